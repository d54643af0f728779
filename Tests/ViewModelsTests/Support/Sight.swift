@testable import ViewModels

/// What somebody has before them, with all that was done to it.
struct Sight: Equatable {
  private let context: Context
  private let layers: Layers
  private let pinned: Inspection?
  private let comparison: Int?
  private let focus: Pane

  init(_ explorer: Explorer) {
    (context, layers, pinned) = (explorer.context, explorer.layers, explorer.inspector.pinned?.inspection)
    (comparison, focus) = (explorer.comparison.shown?.id, explorer.focus)
  }
}

extension SeesExplorer {
  var sight: Sight { Sight(explorer) }
}
