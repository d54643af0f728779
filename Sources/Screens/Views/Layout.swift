import Terminal
import ViewModels

/// Where everything is on a screen of this size.
struct Layout: Equatable {
  static let smallest = Size(width: 40, height: 10)
  /// From this width on, all columns and the inspector are shown at once.
  static let wideWidth = 100
  private static let wideHeight = 20

  let size: Size
  let isTooSmall: Bool
  /// The line that points newcomers to the guide; empty while there is none.
  let pointer: Rect
  /// One pane at a time, with a breadcrumb above it.
  let isStacked: Bool
  let header: Rect
  let breadcrumb: Rect
  let footer: Rect
  /// The columns that are shown.
  let columns: [ColumnID: Rect]
  /// Nil while it is not shown.
  let inspector: Rect?

  init(size: Size, focus: Pane, isZoomed: Bool = false, hasPointer: Bool = false) {
    self.size = size
    isTooSmall = size.width < Self.smallest.width || size.height < Self.smallest.height
    isStacked = size.width < Self.wideWidth || size.height < Self.wideHeight
    let (top, belowTop) = Rect(size).splitTop(1)
    let (aboveBottom, bottom) = belowTop.splitBottom(1)
    let (rest, pointer) = aboveBottom.splitBottom(hasPointer && size.height > 14 ? 1 : 0)
    header = top
    footer = bottom
    self.pointer = pointer
    if isStacked {
      let (crumbs, pane) = rest.splitTop(1)
      breadcrumb = crumbs
      switch focus {
      case .inspector: (columns, inspector) = ([:], pane)
      case .column(let column): (columns, inspector) = ([column: pane], nil)
      }
    } else if isZoomed, focus == .inspector {
      breadcrumb = rest.splitTop(0).top
      (columns, inspector) = ([:], rest)
    } else {
      breadcrumb = rest.splitTop(0).top
      let (upper, lower) = rest.splitTop(min(max(rest.height * 2 / 5, 7), 26))
      let (left, others) = upper.splitLeft(min(max(size.width / 5, 23), 36))
      let (middle, right) = others.splitLeft(min(max(size.width / 4, 26), 44))
      columns = [.countries: left, .cities: middle, .aspsps: right]
      inspector = lower
    }
  }

  /// The rows inside a pane's frame.
  static func rows(of column: Rect) -> Rect { column.insetBy(dx: 1, dy: 1) }
  /// The lines inside the inspector's frame, below its tabs.
  static func lines(of inspector: Rect) -> Rect { inspector.insetBy(dx: 1, dy: 1).splitTop(1).rest }

  /// Everything between header and footer.
  var body: Rect { Rect(x: 0, y: 1, width: size.width, height: size.height - 2 - pointer.height) }

  var overlay: Rect {
    let width = min(size.width - 2, 92)
    return Rect(x: (size.width - width) / 2, y: 1, width: width, height: size.height - 2)
  }

  /// Where a theme is chosen.
  var themes: Rect { ThemesView.box(in: overlay, size: size, rows: viewport.themeRows) }

  var viewport: Viewport {
    let column = columns.values.first.map(Self.rows) ?? Rect(x: 0, y: 0, width: 0, height: 1)
    let lines = inspector.map(Self.lines) ?? Rect(x: 0, y: 0, width: 0, height: 1)
    return Viewport(
      columnRows: column.height, inspectorRows: lines.height, inspectorWidth: size.width - 4,
      overlayRows: overlay.height - 2)
  }
}
