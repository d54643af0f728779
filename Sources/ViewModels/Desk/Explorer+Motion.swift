extension Explorer {
  /// Moves the cursor of whatever has the keyboard.
  mutating func move(_ motion: Motion) {
    switch overlay {
    case .help, .finder, .themes:
      guard let list = overlay?.typedList?.list else { break }
      let next = motion.target(from: list.cursor, count: list.count, height: list.height)
      overlay?.typedList?.move(to: next)
    case .profiles(var menu):
      let list = menu.list
      menu.move(to: motion.target(from: list.cursor, count: list.count, height: viewport.switcherRows))
      overlay = .profiles(menu)
    case .compare(var menu):
      let list = menu.list
      menu.move(to: motion.target(from: list.cursor, count: list.count, height: viewport.overlayRows))
      overlay = .compare(menu)
    case .form(var form):
      form.move(to: motion.target(from: form.cursor, count: form.rows.count, height: viewport.overlayRows))
      overlay = .form(form)
    case .token:
      guard let (page, top) = tokenPage else { break }
      let last = max(page.lines.count - viewport.overlayRows, 0)
      let next = motion.target(from: top, count: last + 1, height: viewport.overlayRows)
      overlay = .token(top: min(max(next, 0), last))
    case .entry(var form):
      form.move(to: motion.target(from: form.position, count: form.fields.count, height: viewport.overlayRows))
      overlay = .entry(form)
    case .marks, .copy, .prompt, .question, .profileTest, .newApplication, .code: break
    case nil where isHistoryOpen:
      let (cursor, count) = (history.cursor, history.total)
      history.move(to: motion.target(from: cursor, count: count, height: viewport.overlayRows))
    case nil where guide.isOpen: moveInGuide(motion)
    case nil where context == .comparison:
      guard let list = comparison?.list else { break }
      let row = motion.target(from: list.cursor, count: list.count, height: viewport.inspectorRows)
      comparison?.list.move(to: row)
    case nil where focus == .inspector:
      let count = inspector.count
      inspector.move(to: motion.target(from: inspector.cursor, count: count, height: viewport.inspectorRows))
    case nil:
      destination = nil
      let list = self[column]
      self[column].move(to: motion.target(from: list.cursor, count: list.count, height: viewport.columnRows))
    }
  }
}
