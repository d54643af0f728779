import ExplorerStorage
import FoundationEssentials
import OpenPayments
import Terminal
import ViewModels

/// The profiles to switch between, and more of the one under the cursor.
enum SwitcherView {
  static func draw(_ scene: Scene, _ switcher: Switcher, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    let explorer = scene.explorer
    let (box, list, detail) = places(of: switcher, explorer.viewport, in: rect)
    let frame = Frame(rect: box, border: theme[.overlayBorder], fill: theme[.overlay])
    frame.draw(on: &grid)
    drawTitle(scene, switcher, frame, on: &grid)
    if switcher.list.count == 0 {
      grid.put("No profile fits.", at: Position(x: list.x + 2, y: list.y), style: theme[.overlayMuted])
    }
    let names = switcher.profiles.map { DisplayWidth.of($0.name) }
    let nameWidth = min(max(names.max() ?? 0, 8), 24)
    for offset in 0..<list.height {
      guard let profile = switcher.profile(at: switcher.list.top + offset) else { break }
      drawRow(
        scene, switcher, profile, nameWidth, isSelected: switcher.list.top + offset == switcher.list.cursor,
        in: list.row(offset), on: &grid)
    }
    frame.scrollBar(
      top: switcher.list.top, height: list.height, count: switcher.list.count, theme[.overlayBorder], on: &grid)
    if detail.height > 0, let selected = switcher.selected { drawDetail(scene, selected, in: detail, on: &grid) }
    let problems = explorer.shelf.stored.problems
    if let first = problems.first {
      let more = problems.count > 1 ? " (and \(problems.count - 1) more)" : ""
      frame.label(left: "\(first)\(more)", theme.onOverlay(.bad), atBottom: true, on: &grid)
    } else if let choice = explorer.shelf.choice {
      frame.label(left: "\(explorer.profile.name) \(choice)", theme[.overlayMuted], atBottom: true, on: &grid)
    }
  }

  /// The rows on screen.
  static func list(of switcher: Switcher, _ viewport: Viewport, in rect: Rect) -> Rect {
    places(of: switcher, viewport, in: rect).list
  }

  private static func places(
    of switcher: Switcher, _ viewport: Viewport, in rect: Rect
  ) -> (box: Rect, list: Rect, detail: Rect) {
    let rows = viewport.switcherRows
    let detailRows = min(
      viewport.overlayRows - rows, 1 + (switcher.profiles.map { detailLines($0).count }.max() ?? 0))
    let height = min(rect.height, min(max(switcher.list.count, 1), rows) + detailRows + 2)
    let box = Rect(x: rect.x, y: rect.y + max((rect.height - height) / 3, 0), width: rect.width, height: height)
    let (list, detail) = box.insetBy(dx: 1, dy: 1).splitBottom(detailRows)
    return (box, list, detail)
  }

  private static func drawTitle(_ scene: Scene, _ switcher: Switcher, _ frame: Frame, on grid: inout Grid) {
    let theme = scene.theme
    let filter = switcher.list.filter
    let isFiltered = switcher.isTypingFilter || !filter.isEmpty
    let end = frame.label(
      left: isFiltered ? "Profiles · /\(filter)" : "Profiles", theme[.overlayHeading],
      right: scene.text(marks(switcher)), theme[.overlayMuted],
      on: &grid)
    if switcher.isTypingFilter { grid.cursor = Position(x: end, y: frame.rect.y) }
  }

  private static func marks(_ switcher: Switcher) -> Sentence {
    switch switcher.marked.count {
    case 0: "\(key: .acceptFilter, in: .profiles) switches"
    case 1: "1 marked, \(key: .toggleMark, in: .profiles) marks more"
    case let count: "\(key: .compare, in: .profiles) calls as these \(count)"
    }
  }

  private static func drawRow(
    _ scene: Scene, _ switcher: Switcher, _ profile: Profile, _ nameWidth: Int, isSelected: Bool, in line: Rect,
    on grid: inout Grid
  ) {
    let theme = scene.theme
    let style = theme[isSelected ? .selection : .overlay]
    let muted = isSelected ? style : theme[.overlayMuted]
    grid.fill(line, style: style)
    let isCurrent = profile.id == scene.explorer.profile.id
    let mark = switcher.marked.contains(profile.name) ? "✓" : " "
    var x = line.x
    func put(_ text: String, _ width: Int, _ style: Style) {
      guard x < line.maxX - 1 else { return }
      let room = min(width, line.maxX - 1 - x)
      grid.put(text, at: Position(x: x, y: line.y), style: style, maxWidth: room, overflow: .ellipsis)
      x += width + 1
    }
    put("\(isSelected ? "▌" : " ")\(isCurrent ? "●" : " ")\(mark)", 3, style)
    let accent = isSelected ? nil : profile.accent.map { theme.onOverlay(ThemeRole($0)) }
    put(profile.name, nameWidth, accent ?? style)
    let place = profile.placeWord
    put(place, 10, isSelected ? style : theme[profile.isProduction ? .overlayWarning : .overlayMuted])
    let (token, isGood) = scene.explorer.tokenWords(of: profile)
    put(token, 16, isGood || isSelected ? style : muted)
    put(profile.application?.secret.kind ?? "", 8, muted)
    put("\(profile.dialect.rawValue)  \(profile.scopes.joined(separator: " "))", max(line.maxX - x - 9, 0), muted)
    if let used = scene.explorer.shelf.uses[profile.name], !isCurrent {
      put(Words.age(scene.explorer.now.timeIntervalSince(used)), 8, muted)
    }
  }

  private static func drawDetail(_ scene: Scene, _ profile: Profile, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    grid.fill(rect.row(0), with: "─", style: theme[.overlayBorder])
    for (row, (label, text, role)) in detailLines(profile).prefix(rect.height - 1).enumerated() {
      let line = rect.row(row + 1).insetBy(dx: 1, dy: 0)
      grid.put(label, at: line.origin, style: theme[.overlayMuted])
      let place = line.splitLeft(8).rest
      grid.put(
        scene.text(text), at: place.origin, style: theme.onOverlay(role), maxWidth: place.width, overflow: .ellipsis)
    }
  }

  private static func detailLines(_ profile: Profile) -> [(String, Sentence, ThemeRole)] {
    var lines: [(String, Sentence, ThemeRole)] = []
    switch profile.environment {
    case .builtInSandbox: lines.append(("place", "the sandbox inside this program", .overlay))
    case .hosts(let auth, let api):
      lines.append(("auth", "\(auth)", .overlay))
      lines.append(("API", "\(api?.description ?? "")", .overlay))
    }
    if let application = profile.application {
      lines.append(("client", "\(application.clientID)", .overlay))
      lines.append(("secret", "from \(application.secret.words)", .overlay))
      if let nag = application.secret.nag { lines.append(("", nag, .overlayMuted)) }
    }
    if let certificate = profile.certificate { lines.append(("cert", "\(certificate.file)", .overlay)) }
    if !profile.notes.isEmpty { lines.append(("notes", "\(profile.notes)", .overlay)) }
    return lines
  }
}

extension Profile {
  /// Where it calls, in a word.
  var placeWord: String {
    if isProduction { return "PRODUCTION" }
    switch preset {
    case .builtInSandbox: return "SANDBOX"
    case .sandbox: return "hosted"
    case .sandbox2019: return "2019"
    case .production: return "PRODUCTION"
    case .custom: return abandonedHosts.isEmpty ? "own hosts" : "2019"
    }
  }
}

extension Explorer {
  /// How a profile's token is, and whether that is good.
  fileprivate func tokenWords(of profile: Profile) -> (String, Bool) {
    switch tokenStatus(of: profile) {
    case .none: return ("○", false)
    case .fetching: return ("◌ fetching", false)
    case .refused: return ("✗ refused", false)
    case .valid(let until):
      let left = until.timeIntervalSince(now)
      return left > 0 ? ("● token \(left.countdown)", true) : ("○ expired", false)
    }
  }
}
