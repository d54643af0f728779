import FoundationEssentials
import HTTPTypes
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
    let count = inspector.content.count
    for position in inspector.top..<min(inspector.top + inside.height, count) {
      let line = inside.row(position - inspector.top)
      LineView.draw(inspector.content[position], scrolled: inspector.left, in: line, theme, on: &grid)
      if position == inspector.cursor, isFocused || inspector.subject.item != nil && inspector.page == .body {
        highlight(line, theme[isFocused ? .selection : .idleSelection], on: &grid)
      }
    }
    frame.scrollBar(top: inspector.top, height: inside.height, count: count, border, on: &grid)
    let place = count > inside.height ? "\(inspector.cursor + 1)/\(count)" : ""
    frame.label(left: inspector.path ?? "", theme[.muted], right: place, theme[.muted], atBottom: true, on: &grid)
  }

  static func highlight(_ line: Rect, _ selection: Style, on grid: inout Grid) {
    grid.restyle(line) { style in
      style.background = selection.background
      style.attributes.formUnion(selection.attributes.subtracting(.bold))
    }
    grid.put("▌", at: line.origin, style: selection)
  }

  private static func drawTitle(_ scene: Scene, _ frame: Frame, isFocused: Bool, on grid: inout Grid) {
    let theme = scene.theme
    let style = theme[isFocused ? .focusedTitle : .title]
    guard let exchange = scene.explorer.inspector.subject.inspection?.exchange else {
      frame.label(left: "No call yet", style, on: &grid)
      return
    }
    var parts: [String] = []
    if let status = exchange.response?.status { parts.append(Words.status(status)) }
    if let failure = exchange.failure { parts.append(failure.words) }
    parts.append(exchange.timings.total.words)
    if exchange.response != nil { parts.append(Words.bytes(exchange.body.count)) }
    parts.append("at \(Words.timeOfDay(exchange.startedAt, scene.timeZone))")
    let isGood = exchange.failure == nil && (exchange.status ?? 0) < 400
    frame.label(
      left: "\(exchange.request.method.rawValue) \(exchange.request.path ?? "")", style,
      right: parts.joined(separator: " · "), theme[isGood ? .good : .bad], on: &grid)
  }

  private static func drawTabs(_ scene: Scene, in rect: Rect, on grid: inout Grid) {
    let tabs = tabs(in: rect)
    for (position, (page, tab)) in tabs.enumerated() {
      let isActive = page == scene.explorer.inspector.page
      grid.put(page.rawValue, at: tab.origin, style: scene.theme[isActive ? .activeTab : .tab], maxWidth: tab.width)
      if position + 1 < tabs.count, tabs[position + 1].rect.x > tab.maxX + 1 {
        grid.put("│", at: Position(x: tab.maxX + 1, y: tab.y), style: scene.theme[.border])
      }
    }
  }

  /// Where each tab's word stands in the row of tabs.
  static func tabs(in rect: Rect) -> [(page: Page, rect: Rect)] {
    let widths = Page.allCases.map(\.rawValue.count)
    // Where there is little room a blank does instead of a line.
    let gap = widths.reduce(0, +) + 3 * (widths.count - 1) + 2 <= rect.width ? 3 : 1
    var x = rect.x + 1
    return Page.allCases.compactMap { page in
      let tab = Rect(x: x, y: rect.y, width: page.rawValue.count, height: 1)
      x = tab.maxX + gap
      return tab.maxX <= rect.maxX ? (page, tab) : nil
    }
  }
}
