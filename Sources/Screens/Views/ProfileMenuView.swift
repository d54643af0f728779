import ExplorerStorage
import OpenPayments
import Terminal
import ViewModels

/// The profiles to switch between.
enum ProfileMenuView {
  static func draw(_ scene: Scene, _ menu: ProfileMenu, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    let profiles = scene.explorer.profiles
    let height = min(rect.height, profiles.count + 2)
    let box = Rect(x: rect.x, y: rect.y + max((rect.height - height) / 3, 0), width: rect.width, height: height)
    let frame = Frame(rect: box, border: theme[.overlayBorder], fill: theme[.overlay])
    frame.draw(on: &grid)
    frame.label(left: "Profiles", theme[.overlayHeading], right: "Enter switches", theme[.overlayMuted], on: &grid)
    let inside = box.insetBy(dx: 1, dy: 1)
    let nameWidth = profiles.map { DisplayWidth.of($0.name) }.max() ?? 0
    for position in menu.list.top..<min(menu.list.top + inside.height, menu.list.count) {
      guard let index = menu.list.rowIndex(at: position) else { continue }
      let profile = profiles[index]
      let line = inside.row(position - menu.list.top)
      let isSelected = position == menu.list.cursor
      let style = theme[isSelected ? .selection : .overlay]
      grid.fill(line, style: style)
      let mark = profile.id == scene.explorer.profile.id ? "●" : " "
      grid.put("\(isSelected ? "▌" : " ")\(mark) \(profile.name)", at: line.origin, style: style)
      let x = line.x + 5 + nameWidth
      let text = "\(profile.dialect.rawValue)  \(profile.scopes.joined(separator: " "))  \(place(of: profile))"
      grid.put(
        text, at: Position(x: x, y: line.y), style: isSelected ? style : theme[.overlayMuted],
        maxWidth: line.maxX - x - 1,
        overflow: .ellipsis)
    }
  }

  private static func place(of profile: Profile) -> String {
    switch profile.environment {
    case .builtInSandbox: "SANDBOX, inside this program"
    case .hosts(_, let api): "\(api?.description ?? "") as \(profile.application?.clientID ?? "")"
    }
  }
}
