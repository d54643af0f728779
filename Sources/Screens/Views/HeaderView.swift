import ExplorerStorage
import FoundationEssentials
import OpenPayments
import Terminal
import ViewModels

/// Who is asking whom, and with what token.
enum HeaderView {
  /// A piece of the line, and what a click on it does.
  private struct Part {
    var text: String
    var role: ThemeRole
    var accent: ThemeRole?
    var command: Command?
  }

  static func draw(_ scene: Scene, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    grid.fill(rect, style: theme[.header])
    for (part, place) in parts(of: scene.explorer, in: rect) {
      var style = theme[part.role]
      if let accent = part.accent {
        style.foreground = theme[accent].foreground
        style = theme.legible(style)
      }
      grid.put(part.text, at: place.origin, style: style, maxWidth: place.width, overflow: .ellipsis)
    }
  }

  /// What a click does there.
  static func command(at position: Position, of explorer: Explorer, in rect: Rect) -> Command? {
    parts(of: explorer, in: rect).last { $0.place.contains(position) }?.part.command
  }

  private static func parts(of explorer: Explorer, in rect: Rect) -> [(part: Part, place: Rect)] {
    var parts: [(part: Part, place: Rect)] = []
    var x = rect.x
    func put(_ part: Part, atMost limit: Int = .max) {
      let width = min(DisplayWidth.of(part.text), rect.maxX - x, limit)
      guard width > 0 else { return }
      parts.append((part, Rect(x: x, y: rect.y, width: width, height: 1)))
      x += width
    }
    let profile = explorer.profile
    put(Part(text: rect.width < 60 ? " " : " opx  ", role: .headerMuted, command: .help))
    guard explorer.file == nil else {
      put(Part(text: " FILE ", role: .headerSandbox))
      put(Part(text: "  offline", role: .headerMuted))
      return parts
    }
    for (word, role, isShown) in [
      (" SANDBOX ", ThemeRole.headerSandbox, profile.isBuiltInSandbox),
      (" PRODUCTION ", .headerProduction, profile.isProduction),
    ] where isShown {
      put(Part(text: word, role: role, command: .profiles))
      put(Part(text: " ", role: .header))
    }
    put(
      Part(
        text: "\(profile.name) ▾", role: .headerName, accent: profile.accent.map { ThemeRole($0) }, command: .profiles))
    let (text, role) = token(explorer)
    // What the token's state needs goes before what was asked for.
    let room = rect.maxX - x - DisplayWidth.of(text) - 4
    put(
      Part(text: "   \(profile.dialect.rawValue) · \(profile.scopes.joined(separator: " "))", role: .header),
      atMost: max(room, 0))
    put(Part(text: "   ", role: .header))
    put(Part(text: text, role: role, command: .token))
    let calls = explorer.session.calls
    guard calls.count > 0 else { return parts }
    let last = calls.lastDuration.map { " · \($0.words)" } ?? ""
    let right = "\(Words.count(calls.count, "request"))\(last) "
    let start = rect.maxX - DisplayWidth.of(right)
    guard start > x + 2 else { return parts }
    x = start
    put(Part(text: right, role: .headerMuted, command: .history))
    return parts
  }

  private static func token(_ explorer: Explorer) -> (String, ThemeRole) {
    switch explorer.tokenStatus {
    case .none: return ("○ no token", .headerMuted)
    case .fetching: return ("◌ fetching token", .headerMuted)
    case .refused: return ("✗ token refused", .headerBad)
    case .valid(let until):
      let left = until.timeIntervalSince(explorer.now)
      guard left > 0 else { return ("○ token expired", .headerWarning) }
      return ("● token \(left.countdown)", left < 60 ? .headerWarning : .headerGood)
    }
  }
}
