import ExplorerStorage
import FoundationEssentials
import OpenPayments
import Terminal
import ViewModels

/// The exchanges of this and earlier runs, newest first.
enum HistoryView {
  static func draw(_ scene: Scene, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    let history = scene.explorer.history.list
    let frame = Frame(rect: rect, border: theme[.focusedBorder], fill: theme[.text])
    frame.draw(on: &grid)
    let filter = history.query.isEmpty ? "" : " · \(history.query.text)"
    frame.label(
      left: "History\(filter)", theme[.focusedTitle], right: history.total > 0 ? "\(history.total)" : "", theme[.muted],
      on: &grid)
    drawBottom(scene, frame, on: &grid)
    let inside = rect.insetBy(dx: 1, dy: 1)
    guard scene.explorer.history.settings.isOn, history.total > 0 else {
      drawEmpty(scene, in: inside, on: &grid)
      return
    }
    let columns = HistoryColumns(scene, positions(history, inside.height), width: inside.width)
    for position in positions(history, inside.height) {
      let line = inside.row(position - history.top)
      guard let row = history.row(at: position) else {
        grid.put("…", at: Position(x: line.x + 2, y: line.y), style: theme[.muted])
        continue
      }
      columns.draw(row, isSelected: position == history.cursor, isMarked: history.isMarked(row), in: line, on: &grid)
    }
    frame.scrollBar(top: history.top, height: inside.height, count: history.total, theme[.focusedBorder], on: &grid)
  }

  private static func positions(_ history: HistoryList, _ height: Int) -> Range<Int> {
    history.top..<max(min(history.top + height, history.total), history.top)
  }

  private static func drawBottom(_ scene: Scene, _ frame: Frame, on grid: inout Grid) {
    let theme = scene.theme
    let (history, profile) = (scene.explorer.history.list, scene.explorer.profile.name)
    let marks = history.marked.count
    let place = history.total > 0 ? "\(history.cursor + 1)/\(history.total)" : ""
    if let failure = history.failure {
      frame.label(left: failure, theme[.bad], right: place, theme[.muted], atBottom: true, on: &grid)
    } else if marks > 0 {
      let hidden = history.hiddenMarks == 0 ? "" : ", \(history.hiddenMarks) hidden"
      frame.label(
        left: "\(marks) marked\(hidden)", theme[.code], right: place, theme[.muted], atBottom: true, on: &grid)
    } else {
      let isPrivate = scene.explorer.history.settings.isOn && !scene.explorer.history.settings.keeps(profile)
      frame.label(
        left: isPrivate ? "\(profile) is private: its calls are not kept" : "", theme[.muted], right: place,
        theme[.muted], atBottom: true, on: &grid)
    }
  }

  /// What is said in place of rows.
  private static func drawEmpty(_ scene: Scene, in rect: Rect, on grid: inout Grid) {
    let history = scene.explorer.history.list
    let paragraphs: [(String, ThemeRole)] =
      if !scene.explorer.history.settings.isOn {
        [
          ("The history is off: no call is kept.", .text),
          ("Without history: false in the settings, OPX_HISTORY or --history it is on.", .muted),
        ]
      } else if let failure = history.failure {
        [
          ("The history can't be read: \(failure)", .bad),
          (scene.text("\(key: .refresh, in: .history) tries again."), .muted),
        ]
      } else if !history.isLoaded {
        [("Reading…", .muted)]
      } else if history.query.isEmpty {
        [("No exchange is kept yet.", .muted)]
      } else {
        [
          ("Nothing matches “\(history.query.text)”.", .muted),
          (scene.text("\(key: .filter, in: .history) changes the filter."), .muted),
        ]
      }
    var y = rect.y
    for (text, role) in paragraphs {
      for line in Wrapping.lines(of: VisibleText.visible(text), width: rect.width - 2) where y < rect.maxY {
        grid.put(line, at: Position(x: rect.x + 1, y: y), style: scene.theme[role], maxWidth: rect.width - 1)
        y += 1
      }
    }
  }
}
