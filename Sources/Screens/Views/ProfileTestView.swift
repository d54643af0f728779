import ExplorerStorage
import Terminal
import ViewModels

/// How the trial of a profile goes, step by step, and what to do where it fails.
enum ProfileTestView {
  static func draw(_ scene: Scene, _ test: ProfileTest, in rect: Rect, on grid: inout Grid) {
    let theme = scene.theme
    let width = min(rect.width, 84)
    let lines = lines(scene, test).flatMap { text, role in
      Wrapping.lines(of: text, width: width - 4).map { ($0, role) }
    }
    let height = min(lines.count + 2, rect.height)
    let box = Rect(
      x: rect.x + (rect.width - width) / 2, y: rect.y + (rect.height - height) / 3, width: width, height: height)
    let frame = Frame(rect: box, border: theme[.overlayBorder], fill: theme[.overlay])
    frame.draw(on: &grid)
    frame.label(
      left: "Test of \(test.profile.name)", theme[.overlayHeading],
      right: test.isRunning ? scene.text("\(key: .cancel) ends it") : "",
      theme[.overlayMuted], on: &grid)
    let inside = box.insetBy(dx: 2, dy: 1)
    for (row, (text, role)) in lines.prefix(inside.height).enumerated() {
      grid.put(
        text, at: inside.row(row).origin, style: theme.onOverlay(role), maxWidth: inside.width, overflow: .ellipsis)
    }
  }

  private static func lines(_ scene: Scene, _ test: ProfileTest) -> [(String, ThemeRole)] {
    var lines: [(String, ThemeRole)] = []
    switch test.token {
    case nil: lines.append(("◌ asking for a token", .overlay))
    case .success(let fact):
      let origin = fact.wasKept ? "kept from before" : "fetched"
      lines.append(("✓ token \(origin), for \(fact.scopes.joined(separator: " "))", .good))
    case .failure: lines.append(("✗ no token", .bad))
    }
    switch (test.token, test.countries) {
    case (.success?, nil): lines.append(("◌ asking for the countries", .overlay))
    case (_, .success(let fact)?): lines.append(("✓ \(Words.count(fact.count, "country", "countries"))", .good))
    case (_, .failure?): lines.append(("✗ no countries", .bad))
    case (.failure?, nil), (nil, nil): break
    }
    if let failure = test.failure {
      lines += [(failure.message, .overlay), (scene.text(failure.suggestion), .overlayMuted)]
      if let advice = test.advice { lines.append((advice, .match)) }
    } else if !test.isRunning {
      lines.append(
        (scene.text("It works. \(key: .acceptFilter, in: .profiles) in the list switches to it."), .overlayMuted))
    }
    return lines
  }
}
