/// Finds the colour numbers that come nearest to what a style asks for, in what the terminal has.
public struct ColorPalette: Sendable {
  /// What ncurses calls the terminal's own foreground or background.
  public static let defaultNumber: Int32 = -1
  /// Where few colours are left to choose from, text keeps as much of its contrast as WCAG's level AA asks for.
  private static let contrast: Float = 4.5

  public let depth: ColorDepth
  private let candidates: [Candidate]
  private var backgrounds: [UInt32: Candidate] = [:]
  /// By background, then by what was asked for.
  private var foregrounds: [UInt32: [UInt32: Int32]] = [:]

  private struct Candidate: Sendable {
    let number: Int32
    let color: OKLab
    let rgb: RGB
  }

  public init(depth: ColorDepth) {
    self.depth = depth
    candidates = Self.indices(depth).map { index in
      let rgb = RGB(index: UInt8(index))
      return Candidate(number: Int32(index), color: OKLab(rgb), rgb: rgb)
    }
  }

  /// The two numbers for a style: each the nearest there is, but the foreground such that it can still be read.
  public mutating func numbers(for style: Style) -> (foreground: Int32, background: Int32) {
    let background = number(for: style.background)
    guard depth != .none, depth != .direct, let text = style.foreground.rgb, let ground = style.background.rgb else {
      return (number(for: style.foreground), background)
    }
    if let known = foregrounds[ground.value]?[text.value] { return (known, background) }
    let shown = nearest(to: ground).rgb
    let wanted = min(text.contrast(with: ground), Self.contrast)
    let legible = candidates.filter { $0.rgb.contrast(with: shown) >= wanted }
    let choice =
      legible.isEmpty
      ? candidates.max { $0.rgb.contrast(with: shown) < $1.rgb.contrast(with: shown) }
      : Self.nearest(to: text, among: legible)
    let number = choice?.number ?? Self.defaultNumber
    foregrounds[ground.value, default: [:]][text.value] = number
    return (number, background)
  }

  /// What is left of a style's attributes: many terminals show bold text in the bright half of a small palette, which
  /// on some backgrounds can't be read.
  public func attributes(of style: Style, in numbers: (foreground: Int32, background: Int32)) -> Style.Attributes {
    guard depth == .ansi8 || depth == .ansi16, style.attributes.contains(.bold), (0..<8).contains(numbers.foreground),
      (0..<16).contains(numbers.background)
    else { return style.attributes }
    let ground = RGB(index: UInt8(numbers.background))
    let plain = RGB(index: UInt8(numbers.foreground)).contrast(with: ground)
    let bright = RGB(index: UInt8(numbers.foreground + 8)).contrast(with: ground)
    return bright < min(plain, Self.contrast) ? style.attributes.subtracting(.bold) : style.attributes
  }

  /// The number for ncurses of a colour by itself.
  public mutating func number(for color: Color) -> Int32 {
    switch (color.kind, depth) {
    case (.default, _), (_, .none): Self.defaultNumber
    case (.palette(let index), .indexed256): Int32(index)
    case (.palette(let index), _) where index < 8: Int32(index)
    case (.palette(let index), .ansi16) where index < 16: Int32(index)
    case (.palette(let index), .ansi8) where index < 16: Int32(index - 8)
    case (.palette(let index), _): number(for: RGB(index: index))
    case (.rgb(let red, let green, let blue), _): number(for: RGB(red: red, green: green, blue: blue))
    }
  }

  private mutating func number(for rgb: RGB) -> Int32 {
    // Where colours are direct, 1 to 7 still mean the palette.
    if depth == .direct { return (1..<8).contains(rgb.value) ? 8 : Int32(rgb.value) }
    return nearest(to: rgb).number
  }

  private mutating func nearest(to rgb: RGB) -> Candidate {
    if let known = backgrounds[rgb.value] { return known }
    let found =
      Self.nearest(to: rgb, among: candidates) ?? Candidate(number: Self.defaultNumber, color: OKLab(rgb), rgb: rgb)
    backgrounds[rgb.value] = found
    return found
  }

  private static func nearest(to rgb: RGB, among candidates: [Candidate]) -> Candidate? {
    let wanted = OKLab(rgb)
    return candidates.min { wanted.squaredDistance(to: $0.color) < wanted.squaredDistance(to: $1.color) }
  }

  /// Of 256 the first 16 are left out: users choose those themselves.
  private static func indices(_ depth: ColorDepth) -> Range<Int> {
    switch depth {
    case .none, .direct: 0..<0
    case .ansi8: 0..<8
    case .ansi16: 0..<16
    case .indexed256: 16..<256
    }
  }
}
