import ExplorerStorage
import Terminal

@testable import Screens
@testable import ViewModels

extension TestScreen {
  /// The screen in pieces: of what lies over a page only that, of several panes only the one that is worked in, where that
  /// is the inspector.
  var pieces: Pieces? {
    guard let screen = terminal.grid else { return nil }
    guard !layout.isTooSmall else { return Pieces(screen, tabs: nil, page: screen.bounds) }
    return Pieces(screen, tabs: tabs, page: hasOverlay ? screen.difference(from: page) : place)
  }

  /// The screen with nothing laid over its page.
  var page: Grid {
    var bare = explorer
    bare.layers.closeOverlays()
    bare.leaveRooms(since: explorer.layers)
    var scene = Scene(
      explorer: bare, theme: themes.theme(named: bare.look.theme).theme, keyMap: .standard, timeZone: .gmt)
    scene.prepareHints()
    return ExplorerView.draw(scene, layout)
  }

  private var tabs: Rect? {
    guard !hasOverlay, !hasPage, comparison == nil else { return nil }
    return layout.inspector.map { $0.insetBy(dx: 1, dy: 1).row(0) }
  }

  /// Without the columns beside an inspector that has the focus, but where its details are shown: that is enough once.
  private var place: Rect {
    let body = Rect(layout.size).splitTop(1).rest.splitBottom(1).rest
    guard focus == .inspector, inspector.page != .details, !hasPage else { return body }
    return layout.inspector ?? body
  }

  /// Whether a page has the place of columns and inspector.
  private var hasPage: Bool { explorer.page != nil }

  private var layout: Layout {
    Layout(
      size: terminal.size, focus: focus, isZoomed: isZoomed, hasPointer: explorer.pointsToGuide,
      arrangement: arrangement)
  }
}
