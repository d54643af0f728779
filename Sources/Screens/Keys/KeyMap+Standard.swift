import Terminal
import ViewModels

extension KeyMap {
  /// The keys that a program of this kind is expected to have: vi's and the arrows.
  public static let standard: KeyMap = {
    let main: Set<Context> = [.columns, .inspector]
    let lists: Set<Context> = [.columns, .inspector, .help, .profiles, .compareMenu, .comparison]
    let comparing = main.union([.comparison])
    let everywhere = Set(Context.allCases)
    return KeyMap([
      Binding(.moveDown, ["j", "Down"], lists),
      Binding(.moveDown, ["Down", "<C-n>"], [.filter]),
      Binding(.moveUp, ["k", "Up"], lists),
      Binding(.moveUp, ["Up", "<C-p>"], [.filter]),
      Binding(.halfPageDown, ["<C-d>"], lists),
      Binding(.halfPageUp, ["<C-u>"], lists),
      Binding(.pageDown, ["PageDown", "<C-f>"], lists),
      Binding(.pageDown, ["Space"], lists.subtracting([.compareMenu, .comparison])),
      Binding(.pageUp, ["PageUp", "<C-b>"], lists),
      Binding(.moveToTop, ["g", "Home"], lists),
      Binding(.moveToBottom, ["G", "End"], lists),
      Binding(.open, ["l", "Enter", "Right"], main),
      Binding(.back, ["h", "Left", "Backspace"], comparing),
      Binding(.nextPane, ["Tab"], main),
      Binding(.previousPane, ["<S-Tab>"], main),
      Binding(.filter, ["/"], main),
      Binding(.refresh, ["r"], comparing),
      Binding(.cancel, ["Esc"], everywhere),
      Binding(.nextPage, ["p"], main),
      Binding(.previousPage, ["P"], main),
      Binding(.toggleExchange, ["x"], main),
      Binding(.scrollLeft, ["<"], comparing),
      Binding(.scrollRight, [">"], comparing),
      Binding(.copy, ["y"], comparing),
      Binding(.copyValue, ["y"], [.copy]),
      Binding(.copyKey, ["k"], [.copy]),
      Binding(.copyPath, ["p"], [.copy]),
      Binding(.copyIdentifier, ["i"], [.copy]),
      Binding(.copyBody, ["b"], [.copy]),
      Binding(.copyHeaders, ["h"], [.copy]),
      Binding(.copyURL, ["u"], [.copy]),
      Binding(.copyRequestID, ["x"], [.copy]),
      Binding(.copyDifference, ["d"], [.copy]),
      Binding(.compare, ["D"], comparing),
      Binding(.markForComparison, ["d"], main),
      Binding(.toggleMark, ["Space"], [.compareMenu]),
      Binding(.startComparison, ["Enter"], [.compareMenu]),
      Binding(.nextDifference, ["n"], [.comparison]),
      Binding(.previousDifference, ["N"], [.comparison]),
      Binding(.unfold, ["Enter", "Space"], [.comparison]),
      Binding(.nextSide, ["Tab", "]"], [.comparison]),
      Binding(.previousSide, ["<S-Tab>", "["], [.comparison]),
      Binding(.saveBody, ["s"], main),
      Binding(.accept, ["Enter"], [.prompt]),
      Binding(.profiles, ["c"], main.union([.profiles])),
      Binding(.acceptFilter, ["Enter"], [.filter, .profiles]),
      Binding(.eraseCharacter, ["Backspace", "<C-h>"], [.filter, .prompt]),
      Binding(.eraseWord, ["<C-w>"], [.filter, .prompt]),
      Binding(.eraseLine, ["<C-u>"], [.filter, .prompt]),
      Binding(.help, ["?", "F1"], comparing.union([.help])),
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
