@testable import Terminal

/// A screen cut into what the page adds and what is around all pages.
struct Pieces {
  let header: Grid
  /// The inspector's, where they can be seen.
  let tabs: Grid?
  let page: Grid
  let footer: Grid
  /// Where the page is on the screen.
  let place: Rect
  private let tabsPlace: Rect?
  private let bounds: Rect

  /// - Parameters:
  ///   - tabs: where the inspector's are; nil while they aren't there or something lies on them.
  ///   - page: where the page is.
  init(_ screen: Grid, tabs: Rect?, page: Rect) {
    bounds = screen.bounds
    header = screen.cut(bounds.splitTop(1).top)
    footer = screen.cut(bounds.splitBottom(1).bottom)
    self.tabs = tabs.map(screen.cut)
    (place, tabsPlace) = (page, tabs)
    var inside = screen
    if let tabs { inside.fill(tabs, with: "▒", style: .plain) }
    self.page = inside.cut(page)
  }

  /// The screen again.
  ///
  /// - Parameter under: what the page lies on.
  func together(on under: Grid) -> Grid {
    var whole = under.covered(by: header, at: bounds).covered(by: footer, at: bounds.splitBottom(1).bottom)
    whole = whole.covered(by: page, at: place)
    if let tabs, let tabsPlace { whole = whole.covered(by: tabs, at: tabsPlace) }
    return whole
  }
}

extension Grid {
  /// A part of it as a grid of its own.
  func cut(_ rect: Rect) -> Grid {
    let area = rect.intersection(bounds)
    var part = Grid(size: area.size)
    part.cells = (area.y..<area.maxY).flatMap { cells[$0 * size.width + area.x..<$0 * size.width + area.maxX] }
    return part
  }

  /// The same with another one laid on it.
  func covered(by part: Grid, at place: Rect) -> Grid {
    var whole = self
    for y in 0..<part.size.height {
      let start = (place.y + y) * size.width + place.x
      whole.cells.replaceSubrange(start..<start + part.size.width, with: part.row(y))
    }
    return whole
  }

  /// The smallest rectangle outside of which the two are the same, first and last row aside.
  func difference(from other: Grid) -> Rect {
    let spans = changes(since: other).filter { (1..<size.height - 1).contains($0.y) }
    let (left, right) = (spans.map(\.columns.lowerBound).min() ?? 0, spans.map(\.columns.upperBound).max() ?? 0)
    let (top, bottom) = (spans.first?.y ?? 0, (spans.last?.y ?? -1) + 1)
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// Rows of one width below each other.
  static func stack(_ rows: [Grid]) -> Grid {
    var stack = Grid(size: Size(width: rows.first?.size.width ?? 0, height: rows.count))
    stack.cells = rows.flatMap(\.cells)
    return stack
  }

  /// Its characters, then its styles.
  var planes: String { "\(textPlane)\n\n\(stylePlane)" }
}
