import Terminal
import ViewModels

extension KeyMap {
  /// The keys that a program of this kind is expected to have: vi's and the arrows.
  public static let standard: KeyMap = {
    let main: Set<Context> = [.columns, .inspector]
    let lists: Set<Context> = [.columns, .inspector, .help, .profiles]
    let everywhere = Set(Context.allCases)
    return KeyMap([
      Binding(.moveDown, ["j", "Down"], lists),
      Binding(.moveDown, ["Down", "<C-n>"], [.filter, .form]),
      Binding(.moveUp, ["k", "Up"], lists),
      Binding(.moveUp, ["Up", "<C-p>"], [.filter, .form]),
      Binding(.halfPageDown, ["<C-d>"], lists),
      Binding(.halfPageUp, ["<C-u>"], lists),
      Binding(.pageDown, ["PageDown", "<C-f>", "Space"], lists),
      Binding(.pageUp, ["PageUp", "<C-b>"], lists),
      Binding(.moveToTop, ["g", "Home"], lists),
      Binding(.moveToBottom, ["G", "End"], lists),
      Binding(.open, ["l", "Enter", "Right"], main),
      Binding(.back, ["h", "Left", "Backspace"], main),
      Binding(.nextPane, ["Tab"], main),
      Binding(.previousPane, ["<S-Tab>"], main),
      Binding(.filter, ["/"], main),
      Binding(.refresh, ["r"], main),
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
      Binding(.copyCurl, ["c"], [.copy]),
      Binding(.copyCurlWithToken, ["C"], [.copy]),
      Binding(.copySwift, ["s"], [.copy]),
      Binding(.copyPython, ["P"], [.copy]),
      Binding(.saveBody, ["s"], main),
      Binding(.saveRun, ["S"], main),
      Binding(.edit, ["e"], main),
      Binding(.send, ["Enter", "<C-s>"], [.form]),
      Binding(.addLine, ["<C-o>"], [.form]),
      Binding(.deleteLine, ["<C-x>"], [.form]),
      Binding(.nextField, ["Tab"], [.form]),
      Binding(.previousField, ["<S-Tab>"], [.form]),
      Binding(.commandLine, [":"], main),
      Binding(.complete, ["Tab"], [.prompt]),
      Binding(.confirm, ["y"], [.question]),
      Binding(.decline, ["n"], [.question]),
      Binding(.accept, ["Enter"], [.prompt]),
      Binding(.profiles, ["c"], main.union([.profiles])),
      Binding(.acceptFilter, ["Enter"], [.filter, .profiles]),
      Binding(.eraseCharacter, ["Backspace", "<C-h>"], [.filter, .prompt, .form]),
      Binding(.eraseForward, ["Del", "<C-d>"], [.prompt, .form]),
      Binding(.eraseWord, ["<C-w>"], [.filter, .prompt, .form]),
      Binding(.eraseLine, ["<C-u>"], [.filter, .prompt, .form]),
      Binding(.cursorLeft, ["Left", "<C-b>"], [.prompt, .form]),
      Binding(.cursorRight, ["Right", "<C-f>"], [.prompt, .form]),
      Binding(.cursorToStart, ["Home", "<C-a>"], [.prompt, .form]),
      Binding(.cursorToEnd, ["End", "<C-e>"], [.prompt, .form]),
      Binding(.help, ["?", "F1"], main.union([.help])),
      Binding(.redraw, ["<C-l>"], everywhere),
      Binding(.suspend, ["<C-z>"], everywhere),
      Binding(.interrupt, ["<C-c>"], everywhere),
      Binding(.quit, ["q"], lists.union([.copy])),
    ])
  }()
}

extension KeyMap.Binding {
  fileprivate init(_ command: Command, _ names: [String], _ contexts: Set<Context>) {
    self.init(command: command, keys: names.compactMap { Key($0) }, contexts: contexts)
  }
}
