import ExplorerStorage
import FoundationEssentials
import OpenPayments
import Terminal
import ViewModels

/// Who is asking whom, and with what token.
enum HeaderView {
  static func draw(_ scene: Scene, in rect: Rect, on grid: inout Grid) {
    let explorer = scene.explorer
    let theme = scene.theme
    grid.fill(rect, style: theme[.header])
    var x = rect.x
    func put(_ text: String, _ role: ThemeRole) {
      x += grid.put(text, at: Position(x: x, y: rect.y), style: theme[role], maxWidth: rect.maxX - x)
    }
    let profile = explorer.profile
    put(rect.width < 60 ? " " : " opx  ", .headerMuted)
    guard explorer.file == nil else {
      put(" FILE ", .headerSandbox)
      put("  offline", .headerMuted)
      return
    }
    if profile.isBuiltInSandbox {
      put(" SANDBOX ", .headerSandbox)
      put(" ", .header)
    }
    if profile.isProduction {
      put(" PRODUCTION ", .headerProduction)
      put(" ", .header)
    }
    let name = profile.accent.map { theme[ThemeRole($0)] } ?? theme[.headerName]
    x += grid.put(
      "\(profile.name) ▾", at: Position(x: x, y: rect.y),
      style: theme.legible(
        Style(
          foreground: name.foreground, background: theme[.header].background, attributes: theme[.headerName].attributes)
      ),
      maxWidth: rect.maxX - x)
    let (text, role) = token(explorer)
    let scope = "   \(profile.dialect.rawValue) · \(profile.scopes.joined(separator: " "))"
    // What the token's state needs goes before what was asked for.
    let room = rect.maxX - x - DisplayWidth.of(text) - 4
    x += grid.put(
      scope, at: Position(x: x, y: rect.y), style: theme[.header], maxWidth: max(room, 0), overflow: .ellipsis)
    put("   ", .header)
    put(text, role)
    let calls = explorer.calls
    guard calls.count > 0 else { return }
    let last = calls.lastDuration.map { " · \($0.words)" } ?? ""
    let right = "\(Words.count(calls.count, "request"))\(last) "
    let start = rect.maxX - DisplayWidth.of(right)
    if start > x + 2 { grid.put(right, at: Position(x: start, y: rect.y), style: theme[.headerMuted]) }
  }

  private static func token(_ explorer: Explorer) -> (String, ThemeRole) {
    switch explorer.token {
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
