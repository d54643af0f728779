import Terminal
import ViewModels

extension KeyMap {
  /// The keys that a program of this kind is expected to have: vi's and the arrows.
  public static let standard: KeyMap = {
    let main: Set<Context> = [.columns, .inspector, .body]
    let flat: Set<Context> = [.columns, .inspector]
    let lists = main.union([.help, .profiles, .history, .compareMenu, .comparison])
    let body: Set<Context> = [.body]
    let typing: Set<Context> = [.filter, .search, .query, .prompt, .form]
    let comparing = main.union([.comparison])
    let everywhere = Set(Context.allCases)
    return KeyMap([
      Binding(.moveDown, ["j", "Down"], lists),
      Binding(.moveDown, ["Down", "<C-n>"], [.filter, .form]),
      Binding(.nextHit, ["Down", "<C-n>"], [.search, .query]),
      Binding(.previousHit, ["Up", "<C-p>"], [.search, .query]),
      Binding(.moveUp, ["k", "Up"], lists),
      Binding(.moveUp, ["Up", "<C-p>"], [.filter, .form]),
      Binding(.halfPageDown, ["<C-d>"], lists),
      Binding(.halfPageUp, ["<C-u>"], lists),
      Binding(.pageDown, ["PageDown", "<C-f>"], lists),
      Binding(.pageDown, ["Space"], lists.subtracting([.body, .history, .compareMenu, .comparison])),
      Binding(.pageUp, ["PageUp", "<C-b>"], lists),
      Binding(.moveToTop, ["g", "Home"], lists),
      Binding(.moveToBottom, ["G", "End"], lists),
      Binding(.open, ["l", "Enter", "Right"], flat.union([.history])),
      Binding(.back, ["h", "Left"], flat.union([.comparison])),
      Binding(.back, ["Backspace"], comparing),
      Binding(.nextPane, ["Tab"], main),
      Binding(.previousPane, ["<S-Tab>"], main),
      Binding(.filter, ["/"], flat.union([.history])),
      Binding(.refresh, ["r"], comparing.union([.history])),
      Binding(.cancel, ["Esc"], everywhere),
      Binding(.nextPage, ["p"], main),
      Binding(.previousPage, ["P"], main),
      Binding(.toggleExchange, ["x"], main),
      Binding(.scrollLeft, ["<"], comparing),
      Binding(.scrollRight, [">"], comparing),
      Binding(.zoom, ["z"], comparing),
      Binding(.toggleFold, ["Enter", "Space"], body),
      Binding(.unfold, ["l", "Right"], body),
      Binding(.fold, ["h", "Left"], body),
      Binding(.unfoldAll, ["E"], body),
      Binding(.foldAll, ["C"], body),
      Binding(.foldOthers, ["O"], body),
      Binding(.foldToDepth, (1...9).map(String.init), body),
      Binding(.parent, ["u"], body),
      Binding(.nextSibling, ["J"], body),
      Binding(.previousSibling, ["K"], body),
      Binding(.search, ["/"], body),
      Binding(.query, ["."], body),
      Binding(.nextHit, ["n"], body),
      Binding(.previousHit, ["N"], body),
      Binding(.turnForm, ["v"], body),
      Binding(.copy, ["y"], comparing),
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
      Binding(.copyDifference, ["d"], [.copy]),
      Binding(.compare, ["D"], comparing.union([.history])),
      Binding(.markForComparison, ["d"], main),
      Binding(.toggleMark, ["Space"], [.compareMenu]),
      Binding(.startComparison, ["Enter"], [.compareMenu]),
      Binding(.nextDifference, ["n"], [.comparison]),
      Binding(.previousDifference, ["N"], [.comparison]),
      Binding(.toggleEqual, ["Enter", "Space"], [.comparison]),
      Binding(.nextSide, ["Tab", "]"], [.comparison]),
      Binding(.previousSide, ["<S-Tab>", "["], [.comparison]),
      Binding(.saveBody, ["s"], main),
      Binding(.saveRun, ["S"], main.union([.history])),
      Binding(.edit, ["e"], main),
      Binding(.send, ["Enter", "<C-s>"], [.form]),
      Binding(.addLine, ["<C-o>"], [.form]),
      Binding(.deleteLine, ["<C-x>"], [.form]),
      Binding(.nextField, ["Tab"], [.form]),
      Binding(.previousField, ["<S-Tab>"], [.form]),
      Binding(.commandLine, [":"], main),
      Binding(.complete, ["Tab"], [.prompt, .query]),
      Binding(.confirm, ["y"], [.question]),
      Binding(.decline, ["n"], [.question]),
      Binding(.history, ["H"], main.union([.history])),
      Binding(.mark, ["Space"], [.history]),
      Binding(.deleteExchanges, ["d"], [.history]),
      Binding(.accept, ["Enter"], [.prompt]),
      Binding(.profiles, ["c"], main.union([.profiles])),
      Binding(.acceptFilter, ["Enter"], [.filter, .search, .query, .profiles]),
      Binding(.eraseCharacter, ["Backspace", "<C-h>"], typing),
      Binding(.eraseForward, ["Del", "<C-d>"], typing.subtracting([.filter])),
      Binding(.eraseWord, ["<C-w>"], typing),
      Binding(.eraseLine, ["<C-u>"], typing),
      Binding(.cursorLeft, ["Left", "<C-b>"], typing.subtracting([.filter])),
      Binding(.cursorRight, ["Right", "<C-f>"], typing.subtracting([.filter])),
      Binding(.cursorToStart, ["Home", "<C-a>"], typing.subtracting([.filter])),
      Binding(.cursorToEnd, ["End", "<C-e>"], typing.subtracting([.filter])),
      Binding(.help, ["?", "F1"], comparing.union([.help, .history])),
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
