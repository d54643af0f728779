/// One place of the screen. A wide character takes two: a lead of width 2 and a continuation of width 0.
///
/// Its parts leave no gaps, whose bits would be anything: cells that are the same have the same bits.
public struct Cell: Hashable, Sendable {
  public internal(set) var glyph: Glyph
  public var style: Style
  /// Columns taken: 1, 2, or 0 for the right half of the wide cell before it.
  public internal(set) var width: UInt32

  @inline(__always)
  init(_ glyph: Glyph, width: UInt32 = 1, style: Style) {
    self.glyph = glyph
    self.style = style
    self.width = width
  }

  static func blank(_ style: Style) -> Cell { Cell(.space, style: style) }
  static func continuation(_ style: Style) -> Cell { Cell(.none, width: 0, style: style) }

  /// The visible text; empty for a continuation.
  public var text: String { glyph.text }
  public var isContinuation: Bool { width == 0 }

  /// Whether it would look no different in another style: of a blank only the background is seen.
  public func looksSame(in other: Style) -> Bool {
    let seen: Style.Attributes = [.underline, .reverse]
    return glyph == .space && style.background == other.background
      && style.attributes.union(other.attributes).isDisjoint(with: seen)
  }
}
