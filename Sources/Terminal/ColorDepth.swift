/// How many colours a terminal can show at once.
public enum ColorDepth: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Attributes alone.
  case none
  /// The user's palette, without its bright half.
  case ansi8 = "8"
  /// The user's palette.
  case ansi16 = "16"
  /// The palette, a 6×6×6 cube and greys.
  case indexed256 = "256"
  /// Any colour of eight bits a channel.
  case direct

  /// - Parameter colorCount: what the terminal's description says; 0 or less where it has none.
  public init(colorCount: Int) {
    switch colorCount {
    case ..<8: self = .none
    case ..<16: self = .ansi8
    case ..<256: self = .ansi16
    case 256: self = .indexed256
    default: self = .direct
    }
  }

  public static func < (one: ColorDepth, other: ColorDepth) -> Bool { one.rank < other.rank }

  private var rank: Int {
    switch self {
    case .none: 0
    case .ansi8: 1
    case .ansi16: 2
    case .indexed256: 3
    case .direct: 4
    }
  }
}
