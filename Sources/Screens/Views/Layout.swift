import ExplorerStorage
import Terminal
import ViewModels

/// Where everything is on a screen of this size.
struct Layout: Equatable {
  static let smallest = Size(width: 40, height: 10)
  /// From this width on, all columns and the inspector are shown at once.
  static let wideWidth = 100
  private static let wideHeight = 20
  /// What a pane keeps, however much others take.
  private static let leastColumn = 12
  private static let leastInspector = Size(width: 30, height: 5)
  private static let leastRows = 5

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
  /// What was asked for, as far as there is room.
  let arrangement: Arrangement

  init(
    size: Size, focus: Pane, isZoomed: Bool = false, hasPointer: Bool = false, arrangement: Arrangement = Arrangement()
  ) {
    self.size = size
    isTooSmall = size.width < Self.smallest.width || size.height < Self.smallest.height
    isStacked =
      size.width < Self.wideWidth || size.height < Self.wideHeight || isZoomed && focus != .inspector
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
      self.arrangement = arrangement
    } else if isZoomed, focus == .inspector {
      breadcrumb = rest.splitTop(0).top
      (columns, inspector) = ([:], rest)
      self.arrangement = arrangement
    } else {
      breadcrumb = rest.splitTop(0).top
      (columns, inspector, self.arrangement) = Self.shared(rest, arrangement)
    }
  }

  private static func shared(_ rest: Rect, _ wanted: Arrangement) -> ([ColumnID: Rect], Rect, Arrangement) {
    var fitted = wanted
    let lists: Rect
    let inspector: Rect
    if wanted.isInspectorRight {
      let usual = rest.width * 9 / 20
      let width = min(max(usual + wanted.moreRight, leastInspector.width), rest.width - 3 * leastColumn)
      fitted.moreRight = width - usual
      (lists, inspector) = rest.splitLeft(rest.width - width)
    } else {
      let usual = min(max(rest.height * 2 / 5, 7), 26)
      let height = min(max(usual - wanted.moreBelow, leastRows), rest.height - leastInspector.height)
      fitted.moreBelow = usual - height
      (lists, inspector) = rest.splitTop(height)
    }
    let usualLeft = wanted.isInspectorRight ? lists.width * 3 / 10 : min(max(rest.width / 5, 23), 36)
    let usualMiddle = wanted.isInspectorRight ? lists.width * 3 / 10 : min(max(rest.width / 4, 26), 44)
    let left = min(max(usualLeft + wanted.moreCountries, leastColumn), lists.width - 2 * leastColumn)
    let middle = min(max(usualMiddle + wanted.moreCities, leastColumn), lists.width - left - leastColumn)
    fitted.moreCountries = left - usualLeft
    fitted.moreCities = middle - usualMiddle
    let (countries, others) = lists.splitLeft(left)
    let (cities, aspsps) = others.splitLeft(middle)
    return ([.countries: countries, .cities: cities, .aspsps: aspsps], inspector, fitted)
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
    let lines = inspector.map(Self.lines) ?? Rect(x: 0, y: 0, width: size.width - 2, height: 1)
    return Viewport(
      columnRows: column.height, inspectorRows: lines.height, inspectorWidth: lines.width - 2,
      overlayRows: overlay.height - 2, pageWidth: size.width - 4, sharesScreen: inspector != nil && !columns.isEmpty,
      arrangement: arrangement)
  }
}
