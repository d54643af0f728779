import ExplorerStorage
import OpenPayments

/// A question, and who asked it.
struct AskedQuestion: Sendable, Equatable {
  enum Asker: Sendable, Hashable {
    case copying, guide, history, quit
    /// Before the first calls to production in a run.
    case production(Caller)
    /// Before a secret goes to these hosts, of a domain that the platform has given up.
    case abandoned(Caller, hosts: [String])

    /// Whose calls wait for the answer.
    var caller: Caller? {
      switch self {
      case .production(let caller), .abandoned(let caller, _): caller
      case .copying, .guide, .history, .quit: nil
      }
    }
  }

  let question: Question
  let asker: Asker
}

extension Explorer {
  /// A question is asked over everything that is open, and replaces nothing.
  mutating func ask(_ question: Question, _ asker: AskedQuestion.Asker) {
    questions.append(AskedQuestion(question: question, asker: asker))
    layers.push(.question)
  }

  mutating func runAtQuestion(_ command: Command) -> Bool {
    switch command {
    case .confirm: answer(true)
    case .decline, .cancel, .quit: answer(false)
    default: return false
    }
    return true
  }

  /// The answer comes back to who asked.
  private mutating func answer(_ isYes: Bool) {
    guard let asked = questions.popLast() else { return }
    layers.close(.question)
    switch asked.asker {
    case .copying: take(copying.answer(isYes))
    case .guide: take(guide.answer(isYes))
    case .history: take(history.answer(isYes))
    case .quit: if isYes { outbox.append(.quit) }
    case .production(let caller): if isYes { agree(to: caller) } else { decline(caller) }
    case .abandoned(let caller, let hosts): if isYes { outbox.append(.allow(hosts: hosts)) } else { decline(caller) }
    }
  }
}
