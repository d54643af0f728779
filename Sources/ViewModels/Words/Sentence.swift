/// What is said to the user. Keys are named by what they do, as whoever reads it has keys of their own, or none.
public struct Sentence: Sendable, Hashable, ExpressibleByStringInterpolation {
  fileprivate enum Part: Sendable, Hashable {
    case text(String)
    case key(Command, Context?)
    /// Said only where there is a way to give the command.
    case offer(Command, Sentence)
  }

  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    public init(literalCapacity: Int, interpolationCount: Int) {}

    public mutating func appendLiteral(_ text: String) {
      guard !text.isEmpty else { return }
      if case .text(let before) = parts.last {
        parts[parts.count - 1] = .text(before + text)
      } else {
        parts.append(.text(text))
      }
    }

    public mutating func appendInterpolation(_ value: some CustomStringConvertible) { appendLiteral("\(value)") }

    public mutating func appendInterpolation(_ sentence: Sentence) {
      for part in sentence.parts {
        if case .text(let text) = part { appendLiteral(text) } else { parts.append(part) }
      }
    }

    /// The key of a command: the one it has in a context where that is told, else any.
    public mutating func appendInterpolation(key command: Command, in context: Context? = nil) {
      parts.append(.key(command, context))
    }

    /// What is said only where there is a way to give the command.
    public mutating func appendInterpolation(with command: Command, _ sentence: Sentence) {
      parts.append(.offer(command, sentence))
    }
  }

  private let parts: [Part]

  public init(stringLiteral text: String) { parts = text.isEmpty ? [] : [.text(text)] }
  public init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

  public var isEmpty: Bool { parts.isEmpty }

  public func text(_ keys: CommandKeys) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .key(let command, let context): keys.words(for: command, in: context) ?? command.title
      case .offer(let command, let sentence): keys.words(for: command) == nil ? "" : sentence.text(keys)
      }
    }.joined()
  }
}
