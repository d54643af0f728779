import Terminal

/// The themes as this terminal can show them, each read when it is first needed.
struct ThemeShelf {
  var library: ThemeLibrary {
    didSet { themes = [:] }
  }
  private let depth: ColorDepth
  private var themes: [String: Theme] = [:]

  /// - Parameter theme: one of the library's that was read before.
  init(_ library: ThemeLibrary, depth: ColorDepth, theme: Theme? = nil) {
    self.library = library
    self.depth = depth
    if let theme { themes[theme.name] = theme.fitted(to: depth) }
  }

  /// Without colours there is one way to tell things apart, whatever the theme.
  mutating func theme(named name: String) -> Theme {
    let name = depth == .none ? ThemeLibrary.standard.colorless : name
    if let known = themes[name] { return known }
    let theme = library.theme(named: name).theme.fitted(to: depth)
    themes[name] = theme
    return theme
  }
}
