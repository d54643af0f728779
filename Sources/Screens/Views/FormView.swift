import ExplorerStorage
import Terminal
import ViewModels

/// A request being edited: what it comes to, then a line for each part of it.
enum FormView {
  private static let kindWidth = 8

  static func draw(_ scene: Scene, _ form: RequestForm, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    let box = box(of: form, in: rect)
    let frame = Frame(rect: box, border: theme[.overlayBorder], fill: theme[.overlay])
    frame.draw(on: &grid)
    let isWide = rect.width >= 60
    frame.label(
      left: "Edit and send again", theme[.overlayHeading], right: isWide ? scene.text("\(key: .send) sends") : "",
      theme[.overlayMuted],
      on: &grid)
    drawFoot(scene, form, frame, on: &grid)
    let (head, body) = Self.parts(of: box)
    grid.put(
      form.requestLine, at: head.origin, style: theme[.overlayKey], maxWidth: head.width, overflow: .ellipsis)
    drawRows(scene, form, in: body, on: &grid)
    let count = form.rows.count + form.clientsOwn.count
    frame.scrollBar(
      top: top(form, body.height), height: body.height, count: count, theme[.overlayBorder], on: &grid)
  }

  /// The row that is drawn there.
  static func row(at position: Position, of form: RequestForm, in rect: Rect) -> Int? {
    let body = parts(of: box(of: form, in: rect)).body
    let row = top(form, body.height) + position.y - body.y
    return body.contains(position) && row < form.rows.count ? row : nil
  }

  private static func box(of form: RequestForm, in rect: Rect) -> Rect {
    let height = min(rect.height, form.rows.count + form.clientsOwn.count + 4)
    return Rect(x: rect.x, y: rect.y + (rect.height - height) / 3, width: rect.width, height: height)
  }

  private static func parts(of box: Rect) -> (head: Rect, body: Rect) {
    let (head, body) = box.insetBy(dx: 2, dy: 1).splitTop(2)
    return (head, body)
  }

  /// What is wrong, or else where the request would go.
  private static func drawFoot(_ scene: Scene, _ form: RequestForm, _ frame: Frame, on grid: inout Grid) {
    let theme = scene.theme
    if let problem = form.problem {
      frame.label(left: problem, theme.onOverlay(.bad), atBottom: true, on: &grid)
    } else if let destination = scene.explorer.profile.destination {
      frame.label(left: "goes to \(destination)", theme.onOverlay(.match), atBottom: true, on: &grid)
    } else {
      frame.label(left: "goes to the sandbox inside this program", theme[.overlayMuted], atBottom: true, on: &grid)
    }
  }

  /// The row being typed into is always among those shown.
  private static func top(_ form: RequestForm, _ height: Int) -> Int {
    let count = form.rows.count + form.clientsOwn.count
    return max(min(form.cursor - height / 2, count - height), 0)
  }

  private static func drawRows(_ scene: Scene, _ form: RequestForm, in rect: Rect, on grid: inout Grid) {
    let names = form.rows.map { DisplayWidth.of($0.name.text) }
    let nameWidth = min(max(names.max() ?? 0, 13), rect.width / 3)
    let top = top(form, rect.height)
    for offset in 0..<rect.height {
      let line = rect.row(offset)
      if top + offset < form.rows.count {
        drawRow(scene, form, top + offset, nameWidth, in: line, on: &grid)
      } else if top + offset - form.rows.count < form.clientsOwn.count {
        let name = form.clientsOwn[top + offset - form.rows.count]
        let place = line.splitLeft(kindWidth).rest
        let muted = scene.theme[.overlayMuted]
        grid.put("header", at: line.origin, style: muted)
        grid.put(name, at: place.origin, style: muted, maxWidth: nameWidth, overflow: .ellipsis)
        let value = place.splitLeft(nameWidth + 1).rest
        grid.put(": the client's own", at: value.origin, style: muted, maxWidth: value.width, overflow: .ellipsis)
      }
    }
  }

  private static func drawRow(
    _ scene: Scene, _ form: RequestForm, _ position: Int, _ nameWidth: Int, in line: Rect, on grid: inout Grid
  ) {
    let theme = scene.theme
    let row = form.rows[position]
    let isCurrent = position == form.cursor
    let kind =
      switch row.kind {
      case .path: "path"
      case .query: "query"
      case .header: "header"
      }
    grid.put(kind, at: line.origin, style: theme[isCurrent ? .overlayKey : .overlayMuted])
    var (_, rest) = line.splitLeft(kindWidth)
    if row.kind != .path {
      let (name, value) = rest.splitLeft(nameWidth + 1)
      TextFieldView.draw(
        row.name, isFocused: isCurrent && form.isOnName, in: name.splitLeft(nameWidth).left,
        style: theme[.overlayHeading], on: &grid)
      grid.put(row.kind == .query ? "= " : ": ", at: value.origin, style: theme[.overlayMuted])
      rest = value.splitLeft(2).rest
    }
    TextFieldView.draw(
      row.value, isFocused: isCurrent && !form.isOnName, in: rest, style: theme[.overlay], on: &grid)
    if row.isNewID {
      // The cursor stands before the words, which are not in the field.
      let place = rest.splitLeft(isCurrent && !form.isOnName ? 1 : 0).rest
      grid.put("a new one", at: place.origin, style: theme[.overlayMuted], maxWidth: place.width)
    }
  }
}
