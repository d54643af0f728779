extension CommandFacts {
  /// In a body, and the panes.
  static let inspecting: [CommandFacts] = [
    row(
      .toggleFold, "toggle-fold", "fold", .body, "Fold what is open under the cursor, or open what is folded",
      .hint(40, [.body])),
    row(.unfold, "unfold", "unfold", .body, "Open what is folded, or go on into what is open"),
    row(.fold, "fold", "close", .body, "Fold what is open, or go to what is around it"),
    row(.unfoldAll, "unfold-all", "open all", .body, "Open everything"),
    row(.foldAll, "fold-all", "fold all", .body, "Fold everything"),
    row(.foldOthers, "fold-others", "fold others", .body, "Fold everything but what is around the cursor"),
    row(.foldToDepth, "fold-to-depth", "depth", .body, "Fold what is that many levels deep", isVerb: false),
    row(.parent, "parent", "parent", .body, "Go to what is around the value"),
    row(.nextSibling, "next-sibling", "next", .body, "Go to the next value on the same level"),
    row(.previousSibling, "previous-sibling", "previous", .body, "Go to the value before on the same level"),
    row(
      .search, "search", "search", .body, "Search keys and values as you type; a capital makes case count",
      .hint(50, [.body])),
    row(
      .query, "query", "narrow", .body, "Show only what a path expression (JSONPath) selects, as you type it",
      .hint(60, [.body])),
    row(
      .nextHit, "next-hit", "next hit", .body, "Go to the next hit, opening what hides it",
      .moving("hits", [.nextHit, .previousHit], [.search])),
    row(.previousHit, "previous-hit", "previous hit", .body, "Go to the hit before"),
    row(
      .turnForm, "turn-form", "tree/text/hex", .body, "Show the body as a tree, as text or as hex",
      .hint(70, [.body])),
    row(
      .goToError, "go-to-error", "to the error", .body, "Go to where the body stops being JSON, and say why",
      .hint(30, [.body])),
    row(.zoom, "zoom", "zoom", .panes, "Give the focused pane the whole screen, or take it back", .hint(150, [.body])),
    row(.growPane, "grow-pane", "larger", .panes, "Make the focused column or the inspector larger"),
    row(.shrinkPane, "shrink-pane", "smaller", .panes, "Make the focused column or the inspector smaller"),
    row(.resetPanes, "reset-panes", "usual sizes", .panes, "Give columns and inspector their usual sizes"),
    row(
      .turnInspector, "turn-inspector", "beside/below", .panes, "Put the inspector beside the columns, or below them"),
  ]
}
