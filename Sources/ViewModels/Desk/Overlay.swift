/// What lies over the columns and has the keyboard.
public indirect enum Overlay: Sendable, Equatable {
  /// The commands; their keys come from the key map.
  case help(CommandList)
  case profiles(Switcher)
  /// How the trial of a profile goes.
  case profileTest
  case entry(EntryForm)
  /// What can be copied, a key each.
  case copy
  case prompt(Prompt)
  /// A request that is being edited.
  case form(RequestForm)
  case question(Question)
  case compare(CompareMenu)
  /// What is known of the token, from this line on.
  case token(top: Int)
  /// A new application with its secret.
  case newApplication(NewApplicationPage)
  case code(QRCode)
  case finder(Finder)
  case themes(ThemePicker)
  /// The marks, and a letter to come.
  case marks(isSetting: Bool)
}

extension Overlay {
  /// The list of those overlays that are one.
  public internal(set) var typedList: TypedList? {
    get {
      switch self {
      case .finder(let finder): finder.typed
      case .help(let help): help.typed
      case .themes(let themes): themes.typed
      default: nil
      }
    }
    set {
      guard let newValue else { return }
      switch self {
      case .finder(var finder):
        finder.typed = newValue
        self = .finder(finder)
      case .help(var help):
        help.typed = newValue
        self = .help(help)
      case .themes(var themes):
        themes.typed = newValue
        self = .themes(themes)
      default: break
      }
    }
  }
}
