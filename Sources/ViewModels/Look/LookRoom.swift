public import ExplorerStorage

/// How the screen looks: its colours, the sizes of its panes, and whose the mouse is.
public struct LookRoom: Sendable, Equatable {
  typealias Turn = ViewModels.Turn<Work, Never, Outcome>

  public enum Work: Sendable, Hashable {
    case keepTheme(ThemeChoice)
    case keepArrangement(Arrangement)
  }

  enum Outcome {
    /// Themes are there to choose from, or no longer.
    case choosing, closed
    /// Take the mouse, or leave it to the terminal.
    case useMouse(Bool)
  }

  public enum News: Sendable {
    /// The terminal has said of which kind its background is.
    case backgroundSeen(isLight: Bool)
    /// The themes there are were read, or read anew.
    case themesRead([ThemeEntry])
  }

  public private(set) var appearance: Appearance
  public private(set) var picker: ThemePicker?
  public private(set) var arrangement: Arrangement
  /// Whether the mouse is the program's rather than the terminal's own.
  public private(set) var isMouseOn: Bool

  init(_ appearance: Appearance, _ arrangement: Arrangement, isMouseOn: Bool) {
    self.appearance = appearance
    self.arrangement = arrangement
    self.isMouseOn = isMouseOn
  }

  /// The name of the theme to draw in: what is being tried goes before what is in use.
  public var theme: String { picker?.selected ?? appearance.theme }

  mutating func open(_ viewport: Viewport) -> Turn {
    picker = ThemePicker(appearance.themes, current: appearance.theme, height: viewport.themeRows)
    return .tell(.choosing)
  }

  mutating func toggleMouse() -> Turn {
    isMouseOn.toggle()
    let words: Sentence =
      isMouseOn ? "The mouse is back." : "The mouse is the terminal's: its own selection works until the same key."
    return .tell(.useMouse(isMouseOn)).saying(words)
  }

  mutating func resize(_ viewport: Viewport) { picker?.typed.setHeight(viewport.themeRows) }
  mutating func scroll(by distance: Int) { picker?.typed.scroll(by: distance) }
  mutating func point(at row: Int) -> Bool { picker?.typed.point(at: row) ?? false }

  // MARK: - Choosing a theme

  /// - Returns: nil for a command that means nothing of its own among the themes.
  mutating func run(_ command: Command) -> Turn? {
    guard let picker else { return nil }
    if let motion = Motion(command) {
      self.picker?.typed.move(motion)
      return .done
    }
    switch command {
    case .cancel where !picker.typed.field.text.isEmpty: return edit { $0.eraseAll() }
    case .cancel, .quit: return close()
    case .useTheme:
      guard let name = picker.selected else { return .say("No theme fits.") }
      return close() + use(name)
    default: return nil
    }
  }

  mutating func edit(_ change: (inout TextField) -> Void) -> Turn {
    picker?.typed.edit(change)
    return .done
  }

  /// What was tried is not used.
  mutating func leave() { picker = nil }

  private mutating func close() -> Turn {
    picker = nil
    return .tell(.closed)
  }

  private mutating func use(_ name: String) -> Turn {
    if let fixed = appearance.fixed {
      appearance.fixed = name
      return .say("\(name) for now; the next run begins with \(fixed) again, which a setting or option says.")
    }
    appearance.choice.current = name
    return .work(.keepTheme(appearance.choice))
      .saying("\(name) from now on, where the terminal is \(appearance.choice.isLight ? "light" : "dark").")
  }

  mutating func take(_ news: News) -> Turn {
    switch news {
    case .backgroundSeen(let isLight):
      guard isLight != appearance.choice.isLight else { return .done }
      appearance.choice.isLight = isLight
      return .work(.keepTheme(appearance.choice))
    case .themesRead(let themes):
      // Before they are read for the first time only their names are known; the start has told the faults of the one in use.
      let isFirst = appearance.themes.allSatisfy { $0.variant == nil }
      appearance.themes = themes
      picker?.take(themes)
      let problem = isFirst ? nil : themes.first { $0.name == theme }?.problems.first
      return Turn(notice: problem.map { Notice("\($0)") })
    }
  }

  // MARK: - Sizes of panes

  /// What gives the panes another size or place.
  ///
  /// - Parameters:
  ///   - pane: the one that has the focus.
  ///   - isComparing: a comparison has its sides below for as long as it lasts.
  /// - Returns: nil for any other command.
  mutating func arrange(_ command: Command, _ pane: Pane, isComparing: Bool, _ viewport: Viewport) -> Turn? {
    var next = viewport.arrangement
    switch command {
    case .growPane: next.grow(pane, by: 1)
    case .shrinkPane: next.grow(pane, by: -1)
    case .turnInspector where isComparing: return .say("A comparison needs the width: it stays below.")
    case .turnInspector: next.isInspectorRight.toggle()
    case .resetPanes:
      next = Arrangement()
      next.isInspectorRight = viewport.arrangement.isInspectorRight
    default: return nil
    }
    return arrange(next, isComparing: isComparing)
  }

  mutating func arrange(_ next: Arrangement, isComparing: Bool) -> Turn {
    let wasRight = arrangement.isInspectorRight
    arrangement = next
    if isComparing { arrangement.isInspectorRight = wasRight }
    return .work(.keepArrangement(arrangement))
  }
}

extension Arrangement {
  /// What the list of ASPSPs takes, the others give.
  fileprivate mutating func grow(_ pane: Pane, by steps: Int) {
    switch pane {
    case .inspector where isInspectorRight: moreRight += 2 * steps
    case .inspector: moreBelow += steps
    case .column(.countries): moreCountries += 2 * steps
    case .column(.cities): moreCities += 2 * steps
    case .column(.aspsps):
      moreCountries -= steps
      moreCities -= steps
    }
  }
}
