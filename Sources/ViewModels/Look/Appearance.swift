public import ExplorerStorage

/// How the screen looks, as far as that can be chosen.
public struct Appearance: Sendable, Hashable {
  public internal(set) var choice: ThemeChoice
  /// What a setting says, which holds until another theme is chosen in this run.
  public internal(set) var fixed: String?
  public internal(set) var themes: [ThemeEntry]

  public init(choice: ThemeChoice, fixed: String? = nil, themes: [ThemeEntry] = []) {
    self.choice = choice
    self.fixed = fixed
    self.themes = themes
  }

  /// The name of the theme in use.
  public var theme: String { fixed ?? choice.current }
}

extension Appearance {
  /// The same before more than their names is known of the themes.
  public func with(names: [String]) -> Appearance {
    Appearance(choice: choice, fixed: fixed, themes: names.map { ThemeEntry(name: $0) })
  }
}
