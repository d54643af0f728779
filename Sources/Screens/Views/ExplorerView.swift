import Terminal
import ViewModels

/// The whole screen.
enum ExplorerView {
  static func draw(_ scene: Scene, _ layout: Layout) -> Grid {
    var grid = Grid(size: layout.size, style: scene.theme[.text])
    guard !layout.isTooSmall else {
      drawTooSmall(scene, layout.size, on: &grid)
      return grid
    }
    HeaderView.draw(scene, in: layout.header, on: &grid)
    if layout.isStacked { BreadcrumbView.draw(scene, in: layout.breadcrumb, on: &grid) }
    drawColumns(scene, layout, on: &grid)
    if let rect = layout.inspector {
      if let comparison = scene.explorer.comparison.shown {
        ComparisonView.draw(scene, comparison, in: rect, on: &grid)
      } else {
        InspectorView.draw(scene, in: rect, on: &grid)
      }
    }
    switch scene.explorer.page {
    case .history: HistoryView.draw(scene, in: layout.body, on: &grid)
    case .guide: GuideView.draw(scene, in: layout.body, on: &grid)
    default: break
    }
    if layout.pointer.height > 0 { GuideView.drawPointer(scene, in: layout.pointer, on: &grid) }
    FooterView.draw(scene, in: layout.footer, on: &grid)
    drawOverlay(scene, layout, on: &grid)
    return grid
  }

  private static func drawOverlay(_ scene: Scene, _ layout: Layout, on grid: inout Grid) {
    let (explorer, rect) = (scene.explorer, layout.overlay)
    switch explorer.overlay {
    case .commands: if let list = explorer.commandList { HelpView.draw(scene, list, in: rect, on: &grid) }
    case .profiles:
      if let switcher = explorer.profileRoom.switcher { SwitcherView.draw(scene, switcher, in: rect, on: &grid) }
    case .profileTest:
      if let trial = explorer.profileRoom.trial { ProfileTestView.draw(scene, trial, in: rect, on: &grid) }
    case .form: if let form = explorer.form { EntryFormView.draw(scene, form, in: rect, on: &grid) }
    case .copyMenu: CopyView.draw(scene, in: rect, on: &grid)
    case .compareMenu: if let menu = explorer.comparison.menu { CompareMenuView.draw(scene, menu, in: rect, on: &grid) }
    case .commandLine, .historyFilter, .saving:
      if let prompt = explorer.prompt { PromptView.draw(scene, prompt, in: rect, on: &grid) }
    case .request: if let form = explorer.requestForm { FormView.draw(scene, form, in: rect, on: &grid) }
    case .question: if let question = explorer.question { QuestionView.draw(scene, question, in: rect, on: &grid) }
    case .newApplication:
      if let page = explorer.guide.newApplication { NewApplicationView.draw(scene, page, in: rect, on: &grid) }
    case .finder: FinderView.draw(scene, explorer.finder, in: rect, on: &grid)
    case .themes: if let picker = explorer.look.picker { ThemesView.draw(scene, picker, in: layout.themes, on: &grid) }
    case .mark: MarksView.draw(scene, explorer.places, in: rect, on: &grid)
    case .code: if let code = explorer.guide.code { QRCodeView.draw(scene, code, in: layout.body, on: &grid) }
    case .token: TokenView.draw(scene, in: layout.body, on: &grid)
    case .history, .guide, nil: break
    }
  }

  /// A column that has failed takes the place of those that depend on it, so that there is room to say why.
  private static func drawColumns(_ scene: Scene, _ layout: Layout, on grid: inout Grid) {
    for id in ColumnID.allCases {
      guard let rect = layout.columns[id] else { continue }
      let hasFailed = scene.explorer[id].rows.isEmpty && scene.explorer.status(of: id).failure != nil
      let width = hasFailed ? layout.size.width - rect.x : rect.width
      ColumnView.draw(scene, id, in: Rect(x: rect.x, y: rect.y, width: width, height: rect.height), on: &grid)
      if hasFailed { return }
    }
  }

  private static func drawTooSmall(_ scene: Scene, _ size: Size, on grid: inout Grid) {
    let lines = tooSmall(size).compactMap { words in words.first { $0.count <= size.width } }
    let top = max((size.height - lines.count) / 2, 0)
    for (row, line) in lines.enumerated() {
      let x = max((size.width - line.count) / 2, 0)
      grid.put(line, at: Position(x: x, y: top + row), style: scene.theme[row == 0 ? .heading : .text])
    }
  }

  /// For as many lines as there are rows, what each may say: the longest that fits.
  private static func tooSmall(_ size: Size) -> [[String]] {
    let (least, now) = ("\(Layout.smallest.width)x\(Layout.smallest.height)", "\(size.width)x\(size.height)")
    let heading = ["Too small", "small", "!"]
    let needed = ["\(least) at least", "min \(least)", least]
    return switch size.height {
    case ...1: [["Too small: one row, but \(least) at least is needed", "Too small: one row", "one row", "!"]]
    case 2: [["Too small, now \(now)"] + heading, needed]
    default: [heading, needed, ["now \(now)", now]]
    }
  }
}
