@testable import ViewModels

/// What somebody has before them, with all that was done to it.
struct Sight: Equatable {
  private let context: Context
  private let overlay: Overlay?
  private let pinned: Inspection?
  private let comparison: Int?
  private let focus: Pane

  init(_ explorer: Explorer) {
    (context, overlay, pinned) = (explorer.context, explorer.overlay, explorer.pinned)
    (comparison, focus) = (explorer.comparison?.id, explorer.focus)
  }
}

extension SeesExplorer {
  var sight: Sight { Sight(explorer) }
}
