/// A value in a YAML text, with its place. An alias is what it stands for, at the alias's own place.
public struct YAMLNode: Sendable {
  public enum Content: Sendable, Equatable {
    /// - Parameter isPlain: whether it stands there without quotes, bar or tag.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    /// In the order of the text.
    case mapping([Pair])
  }

  public struct Pair: Sendable, Equatable {
    public let key: YAMLNode
    public let value: YAMLNode
  }

  public let content: Content
  public let place: YAMLPlace
  /// What it takes of the text's bytes, from the first of its anchor or tag to the last of its last value.
  let bytes: Range<Int>
  /// Whether it is written in brackets or braces.
  let isFlow: Bool

  /// The text of a single value.
  public var string: String? { if case .scalar(let text, _) = content { text } else { nil } }
  public var items: [YAMLNode]? { if case .sequence(let items) = content { items } else { nil } }
  public var pairs: [Pair]? { if case .mapping(let pairs) = content { pairs } else { nil } }

  public var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// All single values in it, keys too.
  var strings: [String] {
    switch content {
    case .scalar(let text, _): [text]
    case .sequence(let items): items.flatMap(\.strings)
    case .mapping(let pairs): pairs.flatMap { $0.key.strings + $0.value.strings }
    }
  }
}

extension YAMLNode: Equatable {
  /// Whether they say the same, wherever they stand.
  public static func == (left: Self, right: Self) -> Bool { left.content == right.content }
}

/// Line and column of a text, from 1; columns count Unicode's scalars.
public struct YAMLPlace: Sendable, Hashable, CustomStringConvertible {
  public let line: Int
  public let column: Int

  public var description: String { "\(line):\(column)" }
}

/// Why a text can't be read as YAML, and where.
public struct YAMLFault: Error, Sendable, Hashable, CustomStringConvertible {
  public let place: YAMLPlace
  public let words: String

  public var description: String { "\(place): \(words)" }
}
