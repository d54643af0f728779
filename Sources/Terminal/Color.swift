/// A colour as a theme asks for it. The terminal shows the nearest it has.
public enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case `default`
  /// 0-15: the user's palette; 16-231: a 6×6×6 cube; 232-255: greys.
  case palette(UInt8)
  case rgb(UInt8, UInt8, UInt8)

  public init(_ rgb: RGB) { self = .rgb(rgb.red, rgb.green, rgb.blue) }

  /// What it looks like; nil for what only the user's terminal knows.
  public var rgb: RGB? {
    switch self {
    case .default, .palette(0..<16): nil
    case .palette(let index): RGB(index: index)
    case .rgb(let red, let green, let blue): RGB(red: red, green: green, blue: blue)
    }
  }
}
