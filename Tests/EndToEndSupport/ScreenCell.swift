import CTestTerminal

/// One place of a terminal's screen.
public struct ScreenCell: Equatable, Sendable {
  /// A blank is a space, the right half of a wide cell is empty.
  public let text: String
  public let isBold: Bool
  public let isItalic: Bool
  public let isUnderlined: Bool
  public let isReversed: Bool
  /// `0xRRGGBB`; nil is the terminal's default.
  public let foreground: UInt32?
  /// `0xRRGGBB`; nil is the terminal's default.
  public let background: UInt32?

  init(_ cell: tt_cell) {
    let (a, b, c, d, e, f) = cell.scalars
    let scalars = [a, b, c, d, e, f].prefix { $0 != 0 }.compactMap { Unicode.Scalar($0) }
    text = cell.continuation ? "" : scalars.isEmpty ? " " : String(String.UnicodeScalarView(scalars))
    isBold = cell.bold
    isItalic = cell.italic
    isUnderlined = cell.underline
    isReversed = cell.reverse
    foreground = cell.default_foreground ? nil : Self.value(cell.foreground)
    background = cell.default_background ? nil : Self.value(cell.background)
  }

  private static func value(_ channels: (UInt8, UInt8, UInt8)) -> UInt32 {
    UInt32(channels.0) << 16 | UInt32(channels.1) << 8 | UInt32(channels.2)
  }
}
