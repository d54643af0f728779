import FoundationEssentials
import HTTPTypes
import OpenPayments

extension Explorer {
  mutating func promptForBody() {
    guard let exchange = inspector.subject.inspection?.exchange, !exchange.body.isEmpty else {
      notice = Notice("There is no body to save.")
      return
    }
    overlay = .prompt(Prompt(.saveBody(exchange), text: exchange.fileName))
  }

  /// Takes what was typed.
  mutating func accept(_ prompt: Prompt) -> [Effect] {
    overlay = nil
    guard !prompt.text.isEmpty else { return [] }
    switch prompt.purpose {
    case .saveBody(let exchange): return [.save(exchange, path: prompt.text)]
    case .historyFilter:
      if let problem = filterHistory(prompt.text) {
        overlay = .prompt(Prompt(prompt.purpose, text: prompt.text, problem: problem))
      }
      return []
    }
  }

  /// Does what was asked about.
  mutating func accept(_ question: Question) -> [Effect] {
    overlay = nil
    switch question.purpose {
    case .deleteExchanges(let ids): return [.deleteExchanges(ids)]
    }
  }

  mutating func finish(_ outcome: SaveOutcome) {
    switch outcome {
    case .saved(let path, let bytes): notice = Notice("Saved \(bytes) bytes to \(path)")
    case .failed(let exchange, let path, let reason) where overlay == nil:
      overlay = .prompt(Prompt(.saveBody(exchange), text: path, problem: "Not saved: \(reason)"))
    case .failed(_, let path, let reason): notice = Notice("\(path) was not saved: \(reason)")
    }
  }
}

extension Exchange {
  /// A name to begin with: what was asked for, when, and what came.
  fileprivate var fileName: String {
    let type = response?.headerFields[.contentType] ?? ""
    let suffix = type.contains("json") ? "json" : type.contains("html") ? "html" : "txt"
    let time = startedAt.formatted(.iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
    return "\(operation.rawValue)-\(time).\(suffix)"
  }
}
