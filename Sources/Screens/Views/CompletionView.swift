import JSONText
import Terminal
import ViewModels

/// The names that may come next in a path that is being typed.
enum CompletionView {
  private static let mostRows = 8
  private static let widest = 48

  /// - Parameter rect: the frame at whose foot the path is typed.
  static func draw(_ completion: PathCompletion, above rect: Rect, _ theme: Theme, on grid: inout Grid) {
    let candidates = completion.candidates
    let height = min(candidates.count, mostRows, rect.height - 4)
    guard height > 0 else { return }
    let top = max(min((completion.chosen ?? 0) - height / 2, candidates.count - height), 0)
    let shown = candidates[top..<top + height]
    let widths = shown.map { DisplayWidth.of($0.key) + String($0.count).count + 4 }
    let width = min(max(widths.max() ?? 0, 16), widest, rect.width - 4)
    let stem = rect.x + 1 + DisplayWidth.of(completion.stem)
    let box = Rect(
      x: max(min(stem, rect.maxX - 2 - width), rect.x + 1), y: rect.maxY - 1 - height, width: width, height: height)
    for (row, candidate) in shown.enumerated() {
      let line = box.row(row)
      let style = theme[top + row == completion.chosen ? .selection : .overlay]
      grid.fill(line, style: style)
      let count = "\(candidate.count)×"
      grid.put(
        candidate.key, at: Position(x: line.x + 1, y: line.y), style: style, maxWidth: width - count.count - 3,
        overflow: .ellipsis)
      var countStyle = theme[.overlayMuted]
      countStyle.background = style.background
      grid.put(count, at: Position(x: line.maxX - count.count - 1, y: line.y), style: theme.legible(countStyle))
    }
  }
}
