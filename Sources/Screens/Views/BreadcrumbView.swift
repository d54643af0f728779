import Terminal
import ViewModels

/// Where one is when only one pane fits: `Sweden › Stockholm › HANDSESS`.
enum BreadcrumbView {
  private struct Part {
    let text: String
    let role: ThemeRole
    /// Where a click goes.
    var pane: Pane?
  }

  static func draw(_ scene: Scene, in rect: Rect, on grid: inout Grid) {
    for (part, place) in parts(of: scene.explorer, in: rect) {
      grid.put(
        part.text, at: place.origin, style: scene.theme[part.role], maxWidth: place.width, overflow: .ellipsis)
    }
  }

  static func pane(at position: Position, of explorer: Explorer, in rect: Rect) -> Pane? {
    parts(of: explorer, in: rect).first { $0.place.contains(position) }?.part.pane
  }

  private static func parts(of explorer: Explorer, in rect: Rect) -> [(part: Part, place: Rect)] {
    var x = rect.x + 1
    return words(of: explorer).compactMap { part in
      let width = min(DisplayWidth.of(part.text), rect.maxX - x)
      guard width > 0 else { return nil }
      defer { x += width }
      return (part, Rect(x: x, y: rect.y, width: width, height: 1))
    }
  }

  private static func words(of explorer: Explorer) -> [Part] {
    if explorer.file != nil { return [Part(text: "file", role: .focusedTitle)] }
    if let pinned = explorer.inspector.pinned {
      guard pinned.origin == .history else { return [Part(text: "call", role: .focusedTitle)] }
      return [Part(text: "history › ", role: .muted), Part(text: "exchange", role: .focusedTitle)]
    }
    let crumbs: [(ColumnID, String)] = [
      (.countries, explorer.browser.countries.selected?.name ?? "Countries"),
      (.cities, explorer.browser.cities.selected?.name ?? "Cities"),
      (.aspsps, explorer.browser.aspsps.selected?.code ?? "ASPSPs"),
    ]
    var parts: [Part] = []
    for (column, name) in crumbs {
      if column != .countries { parts.append(Part(text: " › ", role: .muted)) }
      let role: ThemeRole = explorer.focus == .column(column) ? .focusedTitle : .title
      parts.append(Part(text: name, role: role, pane: .column(column)))
    }
    if explorer.focus == .inspector {
      parts.append(Part(text: " › ", role: .muted))
      parts.append(Part(text: explorer.comparison.shown == nil ? "inspector" : "comparison", role: .focusedTitle))
    }
    return parts
  }
}
