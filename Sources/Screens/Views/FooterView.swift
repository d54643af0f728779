import OpenPayments
import Terminal
import ViewModels

/// The keys that matter here, or what there is to say.
enum FooterView {
  static func draw(_ scene: Scene, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    if let text = scene.explorer.notice?.text(scene.explorer.keys) ?? progress(of: scene.explorer) {
      let position = Position(x: rect.x + 1, y: rect.y)
      grid.put(text, at: position, style: theme[.notice], maxWidth: rect.width - 2, overflow: .ellipsis)
      return
    }
    for (hint, place) in places(of: scene.hints, scene.explorer, in: rect) {
      if place.x > rect.x + 1 { grid.put(" · ", at: Position(x: place.x - 3, y: rect.y), style: theme[.footer]) }
      let used = grid.put(hint.keys, at: place.origin, style: theme[.footerKey])
      grid.put(" \(hint.title)", at: Position(x: place.x + used, y: rect.y), style: theme[.footer])
    }
  }

  /// What a click does there.
  static func command(at position: Position, of explorer: Explorer, _ keyMap: KeyMap, in rect: Rect) -> Command? {
    guard explorer.notice == nil, progress(of: explorer) == nil else { return nil }
    let hints = keyMap.hints(for: explorer.context)
    return places(of: hints, explorer, in: rect).first { $0.place.contains(position) }?.hint.command
  }

  private static func places(
    of hints: [KeyMap.Hint], _ explorer: Explorer, in rect: Rect
  ) -> [(hint: KeyMap.Hint, place: Rect)] {
    let offered = hints.filter { $0.command.map { explorer.offers($0) } ?? true }
    var x = rect.x + 1
    return fitting(offered, in: rect.width - 2).map { hint in
      defer { x += hint.width + 3 }
      return (hint, Rect(x: x, y: rect.y, width: hint.width, height: 1))
    }
  }

  /// How a call stands that somebody asked for in person; nil if there is nothing to say.
  private static func progress(of explorer: Explorer) -> String? { sentence(of: explorer)?.text(explorer.keys) }

  private static func sentence(of explorer: Explorer) -> Sentence? {
    if explorer.overlay == nil, explorer.call.pending == nil, let way = explorer.way {
      return "On the way to \(way) · \(key: .cancel) stays here"
    }
    if explorer.overlay == nil, let walk = explorer.browser.walk, explorer.call.pending == nil {
      return "Reading the directory: \(Words.walk(walk, at: explorer.now, explorer.keys, width: 60))"
    }
    guard explorer.overlay == nil, let call = explorer.call.pending,
      let wait = call.startedAt.visibleWait(at: explorer.now)
    else { return nil }
    let state =
      explorer.call.retry(in: explorer.session).map { Words.retry($0, at: explorer.now) } ?? "\(Int(clamping: wait)) s"
    let received = call.received.map { " · \(Words.received($0))" } ?? ""
    return "\(state)\(received) · \(key: .cancel) cancels · GET \(call.request.path)"
  }

  /// As many as there is room for; the last two, which lead to all others and out, always come first.
  private static func fitting(_ hints: [KeyMap.Hint], in width: Int) -> [KeyMap.Hint] {
    let pinned = hints.suffix(2)
    var room = width - pinned.reduce(0) { $0 + $1.width + 3 }
    let others = hints.dropLast(2).prefix { hint in
      room -= hint.width + 3
      return room >= -3
    }
    return Array(others + pinned)
  }
}
