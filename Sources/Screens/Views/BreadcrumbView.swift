import Terminal
import ViewModels

/// Where one is when only one pane fits: `Sweden › Stockholm › HANDSESS`.
enum BreadcrumbView {
  static func draw(_ scene: Scene, in rect: Rect, on grid: inout Grid) {
    let explorer = scene.explorer
    var x = rect.x + 1
    func put(_ text: String, _ role: ThemeRole) {
      x += grid.put(
        text, at: Position(x: x, y: rect.y), style: scene.theme[role], maxWidth: rect.maxX - x, overflow: .ellipsis)
    }
    if explorer.file != nil { return put("file", .focusedTitle) }
    if explorer.pinned != nil {
      if explorer.isPinnedFromHistory { put("history › ", .muted) }
      return put(explorer.isPinnedFromHistory ? "exchange" : "call", .focusedTitle)
    }
    let crumbs: [(ColumnID, String)] = [
      (.countries, explorer.countries.selected?.name ?? "Countries"),
      (.cities, explorer.cities.selected?.name ?? "Cities"),
      (.aspsps, explorer.aspsps.selected?.code ?? "ASPSPs"),
    ]
    for (column, name) in crumbs {
      if column != .countries { put(" › ", .muted) }
      put(name, explorer.focus == .column(column) ? .focusedTitle : .title)
    }
    if explorer.focus == .inspector {
      put(" › ", .muted)
      put(explorer.comparison == nil ? "inspector" : "comparison", .focusedTitle)
    }
  }
}
