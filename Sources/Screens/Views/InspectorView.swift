import FoundationEssentials
import HTTPTypes
import JSONText
import OpenPayments
import Terminal
import ViewModels

/// The exchange behind the focused item.
enum InspectorView {
  static func draw(_ scene: Scene, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    let inspector = scene.explorer.inspector
    let isFocused = scene.explorer.focus == .inspector
    let border = theme[isFocused ? .focusedBorder : .border]
    let frame = Frame(rect: rect, border: border)
    frame.draw(on: &grid)
    drawTitle(scene, frame, isFocused: isFocused, on: &grid)
    drawTabs(scene, in: rect.insetBy(dx: 1, dy: 1).row(0), on: &grid)
    let inside = Layout.lines(of: rect)
    let count = inspector.count
    for position in inspector.top..<min(inspector.top + inside.height, count) {
      let line = inside.row(position - inspector.top)
      LineView.draw(
        inspector[position].spelled(scene.explorer.keys), scrolled: inspector.left, in: line, theme, on: &grid)
      if position == inspector.cursor, isFocused || inspector.subject.item != nil && inspector.page == .body {
        highlight(line, isFocused ? .selection : .idleSelection, theme, on: &grid)
      }
    }
    frame.scrollBar(top: inspector.top, height: inside.height, count: count, border, on: &grid)
    drawBottom(scene, frame, isScrolled: count > inside.height, on: &grid)
  }

  /// What is being looked for, where the cursor is, and how far down that is.
  private static func drawBottom(_ scene: Scene, _ frame: Frame, isScrolled: Bool, on grid: inout Grid) {
    let theme = scene.theme
    let inspector = scene.explorer.inspector
    let row = isScrolled ? "\(inspector.cursor + 1)/\(inspector.count)" : ""
    let input = scene.explorer.inspector.input
    let isTyping = input != nil
    let found = inspector.page == .body ? inspector.body.map { Self.found(in: $0, inspector, isTyping: isTyping) } : nil
    let place = inspector.place ?? ""
    let right = ([isTyping ? place : ""] + (found ?? []) + [row]).filter { !$0.isEmpty }.joined(separator: " · ")
    guard let input else {
      drawBottom(scene, frame, left: place, theme[.muted], right: right, on: &grid)
      return
    }
    let mark = input.purpose == .search ? "/" : ""
    drawBottom(scene, frame, left: mark + input.field.text, theme[.match], right: right, on: &grid)
    let x = frame.rect.x + 2 + DisplayWidth.of(mark + input.field.before)
    grid.cursor = Position(x: min(x, frame.rect.maxX - 2), y: frame.rect.maxY - 1)
    if let completion = input.completion { CompletionView.draw(completion, above: frame.rect, theme, on: &grid) }
  }

  /// Before all else on the right, what is to be known of the body, in as many words as there is room for.
  private static func drawBottom(
    _ scene: Scene, _ frame: Frame, left: String, _ leftStyle: Style, right: String, on grid: inout Grid
  ) {
    let theme = scene.theme
    let remarks = remarks(scene)
    let choices =
      remarks.map { ($0, right.isEmpty ? $0 : "\($0) · \(right)") } + (remarks.last.map { [($0, $0)] } ?? [])
    guard let (remark, words) = choices.first(where: { frame.hasRoom(left: left, right: $0.1) }) else {
      frame.label(left: left, leftStyle, right: right, theme[.muted], atBottom: true, on: &grid)
      return
    }
    frame.label(left: left, leftStyle, right: words, theme[.muted], atBottom: true, on: &grid)
    let x = frame.rect.maxX - 3 - DisplayWidth.of(words)
    grid.put(remark, at: Position(x: x, y: frame.rect.maxY - 1), style: theme[remark.hasPrefix("⚠") ? .bad : .muted])
  }

  /// That the body is not decompressed, where it stops being JSON, or what it was decoded from; the longest words first.
  private static func remarks(_ scene: Scene) -> [String] {
    let inspector = scene.explorer.inspector
    guard inspector.page == .body, let body = inspector.body else { return [] }
    let inspection = body.inspection
    if let problem = inspection.exchange.codingProblem {
      return ["⚠ as received: \(problem.words)", "⚠ as received"]
    }
    guard let place = inspection.brokenPlace else {
      return body.form == .hex ? [] : inspection.remark.map { [$0] } ?? []
    }
    let words = "⚠ not JSON from \(place.words) on"
    let key = scene.keyMap.firstKey(for: .goToError, in: scene.explorer.context)
    return (key.map { ["\(words), \($0) goes there"] } ?? []) + [words, "⚠ broken at \(place.line):\(place.column)"]
  }

  /// What a path and a search have brought, each after what was asked unless that is being typed.
  private static func found(in body: BodyPage, _ inspector: Inspector, isTyping: Bool) -> [String] {
    var found: [String] = []
    if let query = body.query {
      let error = query.error.map { query.isUnfinished ? "unfinished" : $0.description }
      found.append((isTyping ? "" : query.text + "  ") + (error ?? Self.matches(query)))
    }
    if let search = body.search { found.append((isTyping ? "" : "/\(search.text)  ") + hits(search, inspector)) }
    return found
  }

  private static func matches(_ query: BodyQuery) -> String {
    guard let count = query.count else { return "looking…" }
    return query.isCut ? "more than \(count) values" : Words.count(count, "value")
  }

  /// `3 of 17`, or how many there are while the cursor is on none.
  private static func hits(_ search: BodySearch, _ inspector: Inspector) -> String {
    guard let hits = search.hits else { return search.text.isEmpty ? "" : "searching…" }
    guard hits.count > 0 else { return "no hits" }
    return inspector.numberOfHit.map { "\($0) of \(hits.count)" } ?? Words.count(hits.count, "hit")
  }

  static func highlight(_ line: Rect, _ role: ThemeRole, _ theme: Theme, on grid: inout Grid) {
    let selection = theme[role]
    grid.restyle(line) { style in
      style.background = selection.background
      style.attributes.formUnion(selection.attributes.subtracting(.bold))
      style = theme.legible(style)
    }
    grid.put("▌", at: line.origin, style: selection)
  }

  private static func drawTitle(_ scene: Scene, _ frame: Frame, isFocused: Bool, on grid: inout Grid) {
    let theme = scene.theme
    let style = theme[isFocused ? .focusedTitle : .title]
    guard let exchange = scene.explorer.inspector.subject.inspection?.exchange else {
      frame.label(left: scene.explorer.file?.name ?? "No call yet", style, on: &grid)
      return
    }
    guard !exchange.isFile else {
      let size = Words.bytes(exchange.body.count)
      frame.label(left: exchange.request.path ?? "", style, right: size, theme[.muted], on: &grid)
      return
    }
    var parts: [String] = []
    if let status = exchange.response?.status { parts.append(Words.status(status)) }
    if let failure = exchange.failure { parts.append(failure.words) }
    let outcome = parts.first ?? ""
    parts.append(exchange.timings.total.words)
    if exchange.response != nil { parts.append(Words.bytes(exchange.bodyLength)) }
    parts.append("at \(Words.timeOfDay(exchange.startedAt, scene.timeZone))")
    let isGood = exchange.failure == nil && (exchange.status ?? 0) < 400
    let isNarrow = frame.rect.width < 70
    let right = isNarrow ? exchange.status.map(String.init) ?? outcome : parts.joined(separator: " · ")
    let room = frame.rect.width - 8 - DisplayWidth.of(right)
    frame.label(
      left: Words.title(exchange, width: room), style, right: right, theme[isGood ? .good : .bad], on: &grid)
  }

  private static func drawTabs(_ scene: Scene, in rect: Rect, on grid: inout Grid) {
    let tabs = tabs(in: rect, of: scene.explorer.inspector)
    if scene.explorer.inspector.page == .body, let body = scene.explorer.inspector.body {
      drawForms(scene, body, after: tabs.last?.rect.maxX ?? rect.x, in: rect, on: &grid)
    }
    for (position, (page, tab)) in tabs.enumerated() {
      let isActive = page == scene.explorer.inspector.page
      grid.put(page.rawValue, at: tab.origin, style: scene.theme[isActive ? .activeTab : .tab], maxWidth: tab.width)
      if position + 1 < tabs.count, tabs[position + 1].rect.x > tab.maxX + 1 {
        grid.put("│", at: Position(x: tab.maxX + 1, y: tab.y), style: scene.theme[.border])
      }
    }
  }

  /// In which forms the body can be shown, if there is room.
  private static func drawForms(_ scene: Scene, _ body: BodyPage, after end: Int, in rect: Rect, on grid: inout Grid) {
    let width = body.forms.reduce(0) { $0 + $1.rawValue.count + 1 }
    var x = rect.maxX - 1 - width + 1
    guard x > end + 2 else { return }
    for form in body.forms {
      let style = scene.theme[form == body.form ? .activeTab : .tab]
      x += grid.put(form.rawValue, at: Position(x: x, y: rect.y), style: style) + 1
    }
  }

  /// Where each tab's word stands in the row of tabs: all of them, or as many up to the active one as there is room for.
  static func tabs(in rect: Rect, of inspector: Inspector) -> [(page: Page, rect: Rect)] {
    let widths = inspector.pages.map(\.rawValue.count)
    // Where there is little room a blank does instead of a line.
    let gap = widths.reduce(0, +) + 3 * (widths.count - 1) + 2 <= rect.width ? 3 : 1
    func width(_ pages: ArraySlice<Page>) -> Int { pages.map { $0.rawValue.count + gap }.reduce(1 - gap, +) }
    var pages = inspector.pages[...]
    while let last = pages.firstIndex(of: inspector.page), width(pages[...last]) > rect.width { pages.removeFirst() }
    var x = rect.x + 1
    return pages.compactMap { page in
      let tab = Rect(x: x, y: rect.y, width: page.rawValue.count, height: 1)
      x = tab.maxX + gap
      return tab.maxX <= rect.maxX ? (page, tab) : nil
    }
  }
}
