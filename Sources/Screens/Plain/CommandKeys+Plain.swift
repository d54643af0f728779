public import ViewModels

extension CommandKeys {
  /// What is typed in place of keys where lines are read.
  public static let plain = CommandKeys(
    KeyMap.standard.contexts,
    names: Dictionary(uniqueKeysWithValues: Command.allCases.map { ($0, $0.plainWord.map { [Name($0)] } ?? []) }))
}

extension Command {
  /// nil for what can't be typed.
  fileprivate var plainWord: String? {
    switch self {
    case .refresh: "again"
    case .setMark: "mark"
    case .goToMark: "marks"
    case .confirm: "yes"
    case .decline: "no"
    case .cancel, .interrupt: "Ctrl-C"
    default: isVerb ? name : nil
    }
  }
}
