/// A colour as a theme asks for it. The terminal shows the nearest it has.
public enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case `default`
  /// 0-15: the user's palette; 16-231: a 6×6×6 cube; 232-255: greys.
  case palette(UInt8)
  case rgb(UInt8, UInt8, UInt8)
}
