import JSONText

/// The themes for the two kinds of terminal, by name, and of which kind the terminal was.
public struct ThemeChoice: Sendable, Hashable {
  public var dark: String
  public var light: String
  public var isLight: Bool

  public init(dark: String, light: String, isLight: Bool = false) {
    self.dark = dark
    self.light = light
    self.isLight = isLight
  }

  /// The one for the terminal.
  public var current: String {
    get { isLight ? light : dark }
    set { if isLight { light = newValue } else { dark = newValue } }
  }
}

/// Where the choice is kept.
public struct ThemeChoiceFile: Sendable {
  private let file: StateFile

  /// - Parameter path: the file; it need not be there.
  public init(path: String) { file = StateFile(path: path) }

  /// - Parameter standard: what holds where nothing is kept.
  public func read(standard: ThemeChoice) -> ThemeChoice {
    var choice = standard
    for (name, value) in file.read() {
      switch name {
      case "dark": choice.dark = value.string ?? choice.dark
      case "light": choice.light = value.string ?? choice.light
      case "terminal": choice.isLight = value.string == "light"
      default: break
      }
    }
    return choice
  }

  /// What can't be written is forgotten.
  public func note(_ choice: ThemeChoice) {
    _ = file.change { _ in
      [
        .init("dark", .string(choice.dark)), .init("light", .string(choice.light)),
        .init("terminal", .string(choice.isLight ? "light" : "dark")),
      ]
    }
  }
}

extension Paths {
  /// The themes chosen.
  public var themeChoice: String { "\(state)/theme.json" }
}
