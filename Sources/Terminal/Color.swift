/// A colour as a theme asks for it. The terminal shows the nearest it has.
public struct Color: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The terminal's own foreground or background.
    case `default`
    /// 0-15: the user's palette; 16-231: a 6×6×6 cube; 232-255: greys.
    case palette(UInt8)
    case rgb(UInt8, UInt8, UInt8)
  }

  /// One number, because a frame compares thousands.
  private let value: UInt32
  private static let paletteBit: UInt32 = 1 << 24
  private static let rgbBit: UInt32 = 1 << 25

  public static let `default` = Color(value: 0)
  public static func palette(_ index: UInt8) -> Color { Color(value: paletteBit | UInt32(index)) }
  public static func rgb(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> Color {
    Color(RGB(red: red, green: green, blue: blue))
  }

  public init(_ rgb: RGB) { value = Self.rgbBit | rgb.value }

  private init(value: UInt32) { self.value = value }

  public var kind: Kind {
    if value & Self.rgbBit != 0 {
      .rgb(UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
    } else if value & Self.paletteBit != 0 {
      .palette(UInt8(value & 0xFF))
    } else {
      .default
    }
  }

  /// What it looks like; nil for what only the user's terminal knows.
  public var rgb: RGB? {
    switch kind {
    case .default, .palette(0..<16): nil
    case .palette(let index): RGB(index: index)
    case .rgb(let red, let green, let blue): RGB(red: red, green: green, blue: blue)
    }
  }
}
