import ExplorerStorage

/// The line after `:`, where commands and places are typed by name.
public struct CommandLineRoom: Sendable, Equatable {
  typealias Turn = ViewModels.Turn<Never, Never, Outcome>

  enum Outcome {
    case run(Command)
    case call(CallRequest)
    case go(Address)
    case closed
  }

  public private(set) var prompt = Prompt("Command")

  /// - Returns: nil for a command that means nothing of its own here.
  mutating func run(_ command: Command, _ paths: KnownPaths, _ places: KnownPlaces) -> Turn? {
    switch command {
    case .accept: return accept(paths)
    case .complete:
      complete(paths, places)
      return .done
    case .cancel: return .tell(.closed)
    default: return nil
    }
  }

  mutating func edit(_ change: (inout TextField) -> Void) -> Turn {
    prompt.edit(change)
    return .done
  }

  /// Carries out what was typed; what it doesn't know it says, and lets it be mended.
  private mutating func accept(_ paths: KnownPaths) -> Turn {
    let text = prompt.text
    let words = text.split(separator: " ", maxSplits: 1)
    guard let name = words.first else { return .tell(.closed) }
    let argument = words.count > 1 ? words[1].drop { $0 == " " } : ""
    if words.count == 1 || text.contains("/"), let address = Address(text.trimmed) {
      return .tell(.closed, .go(address))
    }
    guard let verb = Verb.all.first(where: { $0.name == name }) else {
      if name.contains(where: { "/@".contains($0) }) {
        return mend("That is no place; one is like se/stockholm/HANDSESS@profile.")
      }
      let nearest = Spelling.nearest(to: String(name), among: Verb.all.map(\.name))
      let help: Sentence = "\(with: .complete, "\(key: .complete, in: .prompt) completes, ")\(key: .help) lists all."
      return mend("There is no \(name.prefix(20)). Did you mean \(nearest)? \(help)")
    }
    switch verb.meaning {
    case .command where !argument.isEmpty: return mend("Nothing follows \(name).")
    case .command(let command): return .tell(.closed, .run(command))
    case .get where argument.isEmpty:
      return mend(
        "A path follows, such as \(paths.all[0]).\(with: .complete, " \(key: .complete, in: .prompt) offers more.")")
    case .get where argument.first != "/": return mend("A path begins with a slash; the profile has the host.")
    case .get: return .tell(.closed, .call(CallRequest(path: String(argument))))
    }
  }

  private mutating func mend(_ problem: Sentence) -> Turn {
    prompt.problem = problem
    return .done
  }

  /// Puts the next text in place that begins, or else goes on somewhere, with what was typed.
  private mutating func complete(_ paths: KnownPaths, _ places: KnownPlaces) {
    // The only one there is is as good as typed, and may go on.
    let several = prompt.completion.flatMap { $0.count > 1 ? $0 : nil }
    let (typed, position) = several.map { ($0.typed, $0.position + 1) } ?? (prompt.text, 0)
    let found = completions(of: typed, paths, places)
    guard !found.isEmpty else {
      prompt.problem = "Nothing known begins so; \(key: .help) lists all commands."
      return
    }
    prompt.take(
      found[position % found.count], as: .init(typed: typed, position: position % found.count, count: found.count))
  }

  private func completions(of typed: String, _ paths: KnownPaths, _ places: KnownPlaces) -> [String] {
    let lines = paths.all.map { "get \($0)" }
    let words = Verb.all.filter { $0.name.count > 1 }.map { $0.name + ($0.argument == nil ? "" : " ") }
    let starting = (words + (typed.hasPrefix("get ") ? lines : [])).filter { $0.hasPrefix(typed) && $0 != typed }
    guard typed.hasPrefix("get ") else { return starting + (typed.isEmpty ? [] : places.addresses(from: typed)) }
    guard starting.isEmpty else { return starting }
    let part = typed.dropFirst(4).lowercased()
    return lines.filter { $0.lowercased().contains(part) }
  }
}
