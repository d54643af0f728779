import Terminal
import ViewModels

/// A text in which what a filter has found stands out.
enum MatchedText {
  static func draw(
    _ text: String, _ query: FilterQuery?, at position: Position, _ style: Style, _ width: Int, _ theme: Theme,
    on grid: inout Grid
  ) {
    guard width > 0 else { return }
    grid.put(text, at: position, style: style, maxWidth: width, overflow: .ellipsis)
    guard let query else { return }
    let match = theme[.match]
    let isCut = DisplayWidth.of(text) > width
    let room = width - (isCut ? 1 : 0)
    var x = position.x
    for (character, isHit) in zip(text, query.highlights(in: text)) {
      let wide = DisplayWidth.of(String(character))
      guard x + wide <= position.x + room else { break }
      if isHit {
        grid.restyle(Rect(x: x, y: position.y, width: wide, height: 1)) {
          $0.foreground = match.foreground
          $0.attributes.formUnion(match.attributes)
          $0 = theme.legible($0)
        }
      }
      x += wide
    }
  }
}
