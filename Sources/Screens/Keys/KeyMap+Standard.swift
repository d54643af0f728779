import Terminal
import ViewModels

extension KeyMap {
  /// The keys that a program of this kind is expected to have: vi's and the arrows.
  public static let standard: KeyMap = {
    let main: Set<Context> = [.columns, .inspector]
    let lists: Set<Context> = [.columns, .inspector, .help, .profiles, .history]
    let everywhere = Set(Context.allCases)
    return KeyMap([
      Binding(.moveDown, ["j", "Down"], lists),
      Binding(.moveDown, ["Down", "<C-n>"], [.filter]),
      Binding(.moveUp, ["k", "Up"], lists),
      Binding(.moveUp, ["Up", "<C-p>"], [.filter]),
      Binding(.halfPageDown, ["<C-d>"], lists),
      Binding(.halfPageUp, ["<C-u>"], lists),
      Binding(.pageDown, ["PageDown", "<C-f>", "Space"], lists.subtracting([.history])),
      Binding(.pageDown, ["PageDown", "<C-f>"], [.history]),
      Binding(.pageUp, ["PageUp", "<C-b>"], lists),
      Binding(.moveToTop, ["g", "Home"], lists),
      Binding(.moveToBottom, ["G", "End"], lists),
      Binding(.open, ["l", "Enter", "Right"], main.union([.history])),
      Binding(.back, ["h", "Left", "Backspace"], main),
      Binding(.nextPane, ["Tab"], main),
      Binding(.previousPane, ["<S-Tab>"], main),
      Binding(.filter, ["/"], main.union([.history])),
      Binding(.refresh, ["r"], main.union([.history])),
      Binding(.cancel, ["Esc"], everywhere),
      Binding(.nextPage, ["p"], main),
      Binding(.previousPage, ["P"], main),
      Binding(.toggleExchange, ["x"], main),
      Binding(.scrollLeft, ["<"], main),
      Binding(.scrollRight, [">"], main),
      Binding(.copy, ["y"], main),
      Binding(.copyValue, ["y"], [.copy]),
      Binding(.copyKey, ["k"], [.copy]),
      Binding(.copyPath, ["p"], [.copy]),
      Binding(.copyIdentifier, ["i"], [.copy]),
      Binding(.copyBody, ["b"], [.copy]),
      Binding(.copyHeaders, ["h"], [.copy]),
      Binding(.copyURL, ["u"], [.copy]),
      Binding(.copyRequestID, ["x"], [.copy]),
      Binding(.saveBody, ["s"], main),
      Binding(.history, ["H"], main.union([.history])),
      Binding(.mark, ["Space"], [.history]),
      Binding(.deleteExchanges, ["d"], [.history]),
      Binding(.accept, ["Enter"], [.prompt, .question]),
      Binding(.profiles, ["c"], main.union([.profiles])),
      Binding(.acceptFilter, ["Enter"], [.filter, .profiles]),
      Binding(.eraseCharacter, ["Backspace", "<C-h>"], [.filter, .prompt]),
      Binding(.eraseWord, ["<C-w>"], [.filter, .prompt]),
      Binding(.eraseLine, ["<C-u>"], [.filter, .prompt]),
      Binding(.help, ["?", "F1"], main.union([.help, .history])),
      Binding(.redraw, ["<C-l>"], everywhere),
      Binding(.suspend, ["<C-z>"], everywhere),
      Binding(.interrupt, ["<C-c>"], everywhere),
      Binding(.quit, ["q"], lists.union([.copy, .question])),
    ])
  }()
}

extension KeyMap.Binding {
  fileprivate init(_ command: Command, _ names: [String], _ contexts: Set<Context>) {
    self.init(command: command, keys: names.compactMap { Key($0) }, contexts: contexts)
  }
}
