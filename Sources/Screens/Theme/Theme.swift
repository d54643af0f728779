public import Terminal

/// A style for every role, each of which can be read on its background.
public struct Theme: Sendable, Equatable {
  /// What kind of terminal it is for.
  public enum Variant: String, Sendable, Hashable {
    case dark, light
  }

  /// WCAG 2.2, level AA: 4.5 for text, 3 for lines.
  public static let standardContrast: Float = 4.5
  private static let lineContrast: Float = 3

  public let name: String
  /// Nil where the background is the terminal's own.
  public let variant: Variant?
  private let styles: [Style]
  private let contrast: Float

  /// - Parameters:
  ///   - styles: by role name; a missing role takes the style of the part before its last dot, then that of `text`. The
  ///     same goes for a missing colour.
  ///   - contrast: what text must reach at least on its background, 1 to 21.
  init(name: String, variant: Variant? = nil, styles words: [String: StyleWords], contrast: Float = standardContrast) {
    var styles: [Style] = []
    for role in ThemeRole.allCases {
      var style = Style.plain
      for name in role.lineage {
        guard let words = words[name] else { continue }
        style = Style(
          foreground: words.foreground ?? style.foreground, background: words.background ?? style.background,
          attributes: words.attributes)
      }
      styles.append(style)
    }
    self.name = name
    self.contrast = contrast
    let ground = styles[ThemeRole.text.position].background.rgb
    self.variant = variant ?? ground.map { $0.isLight ? .light : .dark }
    self.styles = zip(ThemeRole.allCases, styles).map { role, style in
      let wanted = role.isLine ? min(contrast, Self.lineContrast) : contrast
      return Style(
        foreground: Self.legible(style.foreground, on: style.background, wanted), background: style.background,
        attributes: style.attributes)
    }
  }

  private init(_ other: Theme, styles: [Style]) {
    (name, variant, contrast, self.styles) = (other.name, other.variant, other.contrast, styles)
  }

  public subscript(role: ThemeRole) -> Style { styles[role.position] }

  /// A role on an overlay: there its ground is the overlay's, unless the theme gives it one of its own.
  func onOverlay(_ role: ThemeRole) -> Style {
    var style = self[role]
    guard style.background == self[.text].background else { return style }
    style.background = self[.overlay].background
    return legible(style)
  }

  /// A style whose parts come from different roles, such that it can be read.
  func legible(_ style: Style) -> Style {
    var style = style
    style.foreground = Self.legible(style.foreground, on: style.background, contrast)
    return style
  }

  private static func legible(_ color: Color, on background: Color, _ contrast: Float) -> Color {
    guard let text = color.rgb, let ground = background.rgb, text.contrast(with: ground) < contrast else {
      return color
    }
    return Color(text.legible(on: ground, contrast: contrast))
  }

  /// The theme for a terminal that can't tell a selected row's background from the others': that is turned over, or
  /// underlined while the keyboard is elsewhere.
  func fitted(to depth: ColorDepth) -> Theme {
    guard depth == .ansi8 || depth == .ansi16 else { return self }
    var palette = ColorPalette(depth: depth)
    let ground = palette.number(for: self[.text].background)
    var styles = styles
    for (role, attribute) in [(ThemeRole.selection, Style.Attributes.reverse), (.idleSelection, .underline)] {
      guard self[role].background != self[.text].background,
        palette.number(for: self[role].background) == ground
      else { continue }
      styles[role.position].attributes.insert(attribute)
    }
    return Theme(self, styles: styles)
  }
}

extension ThemeRole {
  /// Its place among all roles.
  fileprivate var position: Int { rawValue }

  private static let lineages = allCases.map { role in
    let name = role.name
    return ["text"] + name.indices.filter { name[$0] == "." }.map { String(name[..<$0]) } + [name]
  }

  /// From the most general name to its own.
  fileprivate var lineage: [String] { Self.lineages[position] }

  /// Whether it is the colour of lines, which needs less contrast than text.
  fileprivate var isLine: Bool { [.border, .focusedBorder, .overlayBorder].contains(self) }
}
