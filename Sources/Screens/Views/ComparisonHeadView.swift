import FoundationEssentials
import HTTPTypes
import OpenPayments
import Terminal
import ViewModels

/// What is compared: the call in the frame's border, and whose answers these are below it.
enum ComparisonHeadView {
  static func draw(_ scene: Scene, _ comparison: Comparison, in frame: Frame, on grid: inout Grid) {
    let theme = scene.theme
    let isFocused = scene.explorer.focus == .inspector
    let difference = comparison.difference
    frame.label(
      left: "Compare \(calls(comparison))", theme[isFocused ? .focusedTitle : .title], right: measure(comparison),
      theme[difference.map { $0.differenceCount == 0 ? .good : .changed } ?? .muted], on: &grid)
    let inside = frame.rect.insetBy(dx: 1, dy: 1)
    if comparison.list.isWide {
      let (left, right) = ComparisonView.halves(of: inside.row(0))
      draw(comparison.left, scene, comparison, at: left.x + 1, in: left, on: &grid)
      draw(comparison.right, scene, comparison, at: right.x + 1, in: right, on: &grid)
    } else {
      for (row, (sign, side)) in [("-", comparison.left), ("+", comparison.right)].enumerated() {
        let line = inside.row(row)
        grid.put(sign, at: Position(x: line.x + 1, y: line.y), style: theme[row == 0 ? .removed : .added])
        draw(side, scene, comparison, at: line.x + 3, in: line, on: &grid)
      }
    }
  }

  /// One path, or both with what they have in common said once.
  private static func calls(_ comparison: Comparison) -> String {
    let left = comparison.left.inspection?.exchange.request.path ?? ""
    let right = comparison.right.inspection?.exchange.request.path ?? left
    guard left != right else { return left }
    let shared = String(zip(left, right).prefix { $0 == $1 }.map(\.0)).split(
      separator: "/", omittingEmptySubsequences: false)
    let rest = right.split(separator: "/", omittingEmptySubsequences: false).dropFirst(shared.count - 1)
    return "\(left) with \(shared.count > 2 ? "…/\(rest.joined(separator: "/"))" : right)"
  }

  /// `answer 2 of 3 · 3 of 17`.
  private static func measure(_ comparison: Comparison) -> String {
    var parts: [String] = []
    if comparison.sides.count > 2 { parts.append("answer \(comparison.other) of \(comparison.sides.count - 1)") }
    if let count = comparison.difference?.differenceCount {
      let number = comparison.list.number
      parts.append(count == 0 ? "the same" : number == 0 ? Words.count(count, "difference") : "\(number) of \(count)")
    }
    return parts.joined(separator: " · ")
  }

  private static func draw(
    _ side: ComparedSide, _ scene: Scene, _ comparison: Comparison, at x: Int, in rect: Rect, on grid: inout Grid
  ) {
    let (words, role) = words(side, scene, withSeconds: isWithinMinute(scene, comparison))
    var x = x
    x += grid.put(
      side.name, at: Position(x: x, y: rect.y), style: scene.theme[.heading], maxWidth: max(rect.maxX - x, 0),
      overflow: .ellipsis)
    grid.put(
      "  \(words)", at: Position(x: x, y: rect.y), style: scene.theme[role], maxWidth: max(rect.maxX - x, 0),
      overflow: .ellipsis)
  }

  /// Whether the times of both answers would read the same without seconds.
  private static func isWithinMinute(_ scene: Scene, _ comparison: Comparison) -> Bool {
    guard let left = comparison.left.inspection?.exchange, let right = comparison.right.inspection?.exchange else {
      return false
    }
    return Words.timeOfDay(left.startedAt, scene.timeZone) == Words.timeOfDay(right.startedAt, scene.timeZone)
  }

  private static func words(_ side: ComparedSide, _ scene: Scene, withSeconds: Bool) -> (String, ThemeRole) {
    switch side.state {
    case .calling(let since):
      if let wait = scene.explorer.retry(of: side) { return (Words.retry(wait, at: scene.explorer.now), .muted) }
      return ("calling… \(Int(clamping: max(scene.explorer.now.timeIntervalSince(since), 0))) s", .muted)
    case .failed(let failure): return (failure.isCancelled ? "cancelled" : "✗ no answer", .bad)
    case .answered(let inspection):
      let exchange = inspection.exchange
      var parts = ["at \(Words.timeOfDay(exchange.startedAt, scene.timeZone, withSeconds: withSeconds))"]
      if let status = exchange.response?.status { parts.append(Words.status(status)) }
      if let failure = exchange.failure { parts.append(failure.words) }
      parts += [Words.bytes(exchange.bodyLength), exchange.timings.total.words]
      let isGood = exchange.failure == nil && (exchange.status ?? 0) < 400
      return (parts.joined(separator: " · "), isGood ? .good : .bad)
    }
  }
}
