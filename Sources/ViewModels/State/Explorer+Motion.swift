extension Explorer {
  enum Motion {
    case by(Int)
    case pages(Double)
    case top, bottom
    case to(Int)
  }

  func motion(_ command: Command) -> Motion? {
    switch command {
    case .moveDown: .by(1)
    case .moveUp: .by(-1)
    case .halfPageDown: .pages(0.5)
    case .halfPageUp: .pages(-0.5)
    case .pageDown: .pages(1)
    case .pageUp: .pages(-1)
    case .moveToTop: .top
    case .moveToBottom: .bottom
    default: nil
    }
  }

  /// Moves the cursor of whatever has the keyboard.
  mutating func move(_ motion: Motion) {
    switch overlay {
    case .help, .finder, .themes:
      guard let list = overlay?.typedList?.list else { break }
      let next = position(motion, from: list.cursor, count: list.count, height: list.height)
      overlay?.typedList?.move(to: next)
    case .profiles(var menu):
      let list = menu.list
      menu.move(to: position(motion, from: list.cursor, count: list.count, height: viewport.switcherRows))
      overlay = .profiles(menu)
    case .compare(var menu):
      let list = menu.list
      menu.move(to: position(motion, from: list.cursor, count: list.count, height: viewport.overlayRows))
      overlay = .compare(menu)
    case .form(var form):
      form.move(to: position(motion, from: form.cursor, count: form.rows.count, height: viewport.overlayRows))
      overlay = .form(form)
    case .token:
      guard let (page, top) = tokenPage else { break }
      let last = max(page.lines.count - viewport.overlayRows, 0)
      let next = position(motion, from: top, count: last + 1, height: viewport.overlayRows)
      overlay = .token(top: min(max(next, 0), last))
    case .entry(var form):
      form.move(to: position(motion, from: form.position, count: form.fields.count, height: viewport.overlayRows))
      overlay = .entry(form)
    case .marks, .copy, .prompt, .question, .profileTest, .newApplication, .code: break
    case nil where isHistoryOpen:
      let (cursor, count) = (history.cursor, history.total)
      history.move(to: position(motion, from: cursor, count: count, height: viewport.overlayRows))
    case nil where guide.isOpen: moveInGuide(motion)
    case nil where context == .comparison:
      guard let list = comparison?.list else { break }
      let row = position(motion, from: list.cursor, count: list.count, height: viewport.inspectorRows)
      comparison?.list.move(to: row)
    case nil where focus == .inspector:
      let count = inspector.count
      inspector.move(to: position(motion, from: inspector.cursor, count: count, height: viewport.inspectorRows))
    case nil:
      destination = nil
      let list = self[column]
      self[column].move(to: position(motion, from: list.cursor, count: list.count, height: viewport.columnRows))
    }
  }

  private func position(_ motion: Motion, from position: Int, count: Int, height: Int) -> Int {
    switch motion {
    case .by(let distance): position + distance
    case .pages(let pages): position + Int(pages * Double(height))
    case .top: 0
    case .bottom: count - 1
    case .to(let position): position
    }
  }
}
