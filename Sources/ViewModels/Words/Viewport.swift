public import ExplorerStorage

/// How much of what the screen shows at once; in rows.
public struct Viewport: Sendable, Hashable {
  public var columnRows: Int
  public var inspectorRows: Int
  /// In columns; what is said in sentences is broken to fit.
  public var inspectorWidth: Int
  public var overlayRows: Int
  /// Of what takes the place of columns and inspector, in columns.
  public var pageWidth: Int
  /// Whether columns and inspector are on the screen together.
  public var sharesScreen: Bool
  /// How they share it, as far as there is room for what was asked for.
  public var arrangement: Arrangement
  /// The rows of the switcher, which says more of the profile under the cursor where there is room.
  public var switcherRows: Int { overlayRows >= 12 ? overlayRows - 6 : overlayRows }

  /// The rows of the themes, which leave most of the screen free to show what they look like.
  public var themeRows: Int { max(min(overlayRows - 2, 14), 1) }

  /// The rows of the finder, below its text and above what it says of itself.
  public var finderRows: Int { max(overlayRows - 2, 1) }

  public init(
    columnRows: Int, inspectorRows: Int, inspectorWidth: Int, overlayRows: Int, pageWidth: Int? = nil,
    sharesScreen: Bool = true, arrangement: Arrangement = Arrangement()
  ) {
    self.pageWidth = max(pageWidth ?? inspectorWidth, 10)
    self.sharesScreen = sharesScreen
    self.arrangement = arrangement
    self.columnRows = max(columnRows, 1)
    self.inspectorRows = max(inspectorRows, 1)
    self.inspectorWidth = max(inspectorWidth, 10)
    self.overlayRows = max(overlayRows, 1)
  }
}
