extension CommandFacts {
  /// Finding one's way: moving, finding, the columns and the inspector's pages.
  static let browsing: [CommandFacts] = [
    row(
      .moveDown, "move-down", "down", .moving, "Move down one row",
      isVerb: false,
      .moving(
        "move", [.moveDown, .moveUp],
        [.columns, .inspector, .body, .history, .comparison, .token, .guide, .profiles, .compareMenu]),
      .moving("move", [.moveDown, .moveUp], [.filter, .profileFilter, .entry, .form, .finder, .help, .themes])),
    row(.moveUp, "move-up", "up", .moving, "Move up one row", isVerb: false),
    row(.halfPageDown, "half-page-down", "half down", .moving, "Move down half a page", isVerb: false),
    row(.halfPageUp, "half-page-up", "half up", .moving, "Move up half a page", isVerb: false),
    row(.pageDown, "page-down", "page down", .moving, "Move down a page", isVerb: false),
    row(.pageUp, "page-up", "page up", .moving, "Move up a page", isVerb: false),
    row(.moveToTop, "move-to-top", "top", .moving, "Move to the first row", isVerb: false),
    row(.moveToBottom, "move-to-bottom", "bottom", .moving, "Move to the last row", isVerb: false),
    row(
      .find, "find", "find", .finding, "Find any country, city or ASPSP by name, BIC or id",
      needs: .platform, .hint(30, [.columns])),
    row(
      .readDirectory, "read-directory", "read all", .finding,
      "Read the whole directory in the background, so that all of it can be found", .hint(10, [.finder])),
    row(
      .jump, "jump", "go there", .finding, "Go to what is under the finder's cursor",
      isVerb: false, .hint(950, [.finder])),
    row(.setMark, "set-mark", "set mark", .finding, "Mark the place; a letter follows", needs: .platform),
    row(.goToMark, "go-to-mark", "go to mark", .finding, "Go to a mark's place; its letter follows", needs: .platform),
    row(
      .previousPlace, "previous-place", "place before", .finding, "Go back to the place before the last jump",
      needs: .platform),
    row(.nextPlace, "next-place", "place after", .finding, "Go forward again", needs: .platform),
    row(
      .open, "open", "open", .browsing, "Go into what is under the cursor",
      .hint(10, [.columns, .history]), .hint(10, [.guide], "go on")),
    row(
      .back, "back", "back", .browsing, "Go back to the column on the left",
      needs: .platform, .hint(20, [.columns, .inspector, .body, .guide])),
    row(
      .nextPane, "next-pane", "next pane", .browsing, "Switch between the columns and the inspector",
      needs: .platform, .hint(90, [.columns], "inspector")),
    row(
      .previousPane, "previous-pane", "previous pane", .browsing, "Switch back between the columns and the inspector",
      needs: .platform),
    row(
      .filter, "filter", "filter", .browsing, "Filter the column as you type, accents and case aside",
      needs: .platform, .hint(80, [.columns, .profiles, .history])),
    row(
      .order, "order", "order", .browsing, "Order by name, by code, or as it was sent",
      needs: .platform),
    row(
      .refresh, "refresh", "refresh", .browsing, "Ask the platform again for what is focused",
      needs: .platform, .hint(170, [.columns, .inspector, .history, .comparison, .guide])),
    row(
      .toggleExchange, "toggle-exchange", "list/detail", .inspecting,
      "Show the list's call in place of the detail's, or back", needs: .platform, .hint(110, [.inspector])),
    row(
      .nextPage, "next-page", "next page", .inspecting,
      "Show the next page: Details, Body, Headers, Request, Timing, Code", .hint(90, [.inspector, .body])),
    row(.previousPage, "previous-page", "previous page", .inspecting, "Show the previous page"),
    row(.scrollLeft, "scroll-left", "left", .inspecting, "Scroll the inspector to the left"),
    row(
      .scrollRight, "scroll-right", "right", .inspecting, "Scroll the inspector to the right",
      .hint(100, [.inspector], "sideways", keys: [.scrollLeft, .scrollRight]),
      .hint(130, [.comparison], "sideways", keys: [.scrollLeft, .scrollRight])),
  ]
}
