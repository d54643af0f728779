import OpenPayments
import PortalClient
import Terminal
import ViewModels

/// A new application's secret, which is shown once and therefore whole.
enum NewApplicationView {
  private static let labelWidth = 15

  static func draw(_ scene: Scene, _ page: NewApplicationPage, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    let width = min(rect.width, 78)
    let lines = lines(page.new, width: width - 4)
    let height = min(lines.count + 2, rect.height)
    let box = Rect(
      x: rect.x + (rect.width - width) / 2, y: rect.y + (rect.height - height) / 3, width: width, height: height)
    let frame = Frame(rect: box, border: theme[.overlayBorder], fill: theme[.overlay])
    frame.draw(on: &grid)
    frame.label(left: "\(page.new.application.name) is registered", theme[.overlayHeading], on: &grid)
    let inside = box.insetBy(dx: 2, dy: 1)
    for (row, line) in lines.prefix(inside.height).enumerated() {
      let (left, place) = inside.row(row).splitLeft(line.label == nil ? 0 : labelWidth)
      grid.put(line.label ?? "", at: left.origin, style: theme[.overlayMuted])
      grid.put(line.text, at: place.origin, style: theme.onOverlay(line.role), maxWidth: place.width)
    }
  }

  private struct Row {
    /// nil for a sentence, empty where a value goes on.
    let label: String?
    let text: String
    let role: ThemeRole
  }

  private static func lines(_ new: NewApplication, width: Int) -> [Row] {
    let application = new.application
    let values: [(String, String, ThemeRole)] = [
      ("client id", application.clientID, .overlay), ("client secret", new.secret.reveal(), .overlayWarning),
      ("scopes", application.scopes.joined(separator: " "), .overlay),
    ]
    let words = "The secret is shown this once: save it with a profile, or copy it."
    return values.flatMap { label, value, role in
      Wrapping.lines(of: value, width: width - labelWidth).enumerated().map { row, text in
        Row(label: row == 0 ? label : "", text: text, role: role)
      }
    } + [Row(label: nil, text: "", role: .overlay)]
      + Wrapping.lines(of: words, width: width).map { Row(label: nil, text: $0, role: .overlayMuted) }
  }
}
