import ExplorerStorage

extension Explorer {
  /// The name of the theme to draw in: what is being tried goes before what is in use.
  public var theme: String {
    if case .themes(let picker) = overlay, let tried = picker.selected { return tried }
    return appearance.theme
  }

  mutating func openThemes() {
    guard overlay == nil else { return }
    overlay = .themes(ThemePicker(appearance.themes, current: appearance.theme, height: viewport.themeRows))
  }

  /// What choosing a theme alone can do; nil for what isn't its own.
  mutating func runInThemes(_ command: Command) -> [Effect]? {
    guard case .themes(let picker) = overlay else { return nil }
    switch command {
    case .cancel where !picker.typed.field.text.isEmpty: return editText { $0.eraseAll() }
    case .useTheme:
      guard let name = picker.selected else {
        notice = Notice("No theme fits.")
        return []
      }
      overlay = nil
      return use(name)
    default: return nil
    }
  }

  private mutating func use(_ name: String) -> [Effect] {
    if let fixed = appearance.fixed {
      notice = Notice("\(name) for now; the next run begins with \(fixed) again, which a setting or option says.")
      appearance.fixed = name
      return []
    }
    appearance.choice.current = name
    notice = Notice("\(name) from now on, where the terminal is \(appearance.choice.isLight ? "light" : "dark").")
    return [.keepTheme(appearance.choice)]
  }

  /// The terminal has said of which kind it is.
  mutating func note(isLight: Bool) -> [Effect] {
    guard isLight != appearance.choice.isLight else { return [] }
    appearance.choice.isLight = isLight
    return [.keepTheme(appearance.choice)]
  }

  /// The themes were read, or read again because a file was saved.
  mutating func take(_ themes: [ThemeEntry]) {
    // Before they are read for the first time only their names are known; the start has told the faults of the one in use.
    let isFirst = appearance.themes.allSatisfy { $0.variant == nil }
    appearance.themes = themes
    if case .themes(var picker) = overlay {
      picker.take(themes)
      overlay = .themes(picker)
    }
    guard !isFirst, let problem = themes.first(where: { $0.name == theme })?.problems.first else { return }
    notice = Notice(problem)
  }
}
