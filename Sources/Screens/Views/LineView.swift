import Terminal
import ViewModels

/// One line of the inspector.
enum LineView {
  static func draw(_ line: Line, scrolled left: Int, in rect: Rect, _ theme: Theme, on grid: inout Grid) {
    let last = rect.maxX - 1
    // What is folded tells how much it holds, however long its beginning is.
    let keepsNote = line.fold == .closed && rect.width > 40
    let edge = last - (keepsNote ? line.note.map { $0.count + 2 } ?? 0 : 0)
    var x = rect.x + 1 + line.indent - left
    if let fold = line.fold {
      if x > rect.x { grid.put(fold.mark, at: Position(x: x, y: rect.y), style: theme[.muted]) }
      x += 2
    }
    for piece in line.pieces {
      guard x < edge else { break }
      var text = piece.text
      if x < rect.x + 1 {
        let (rest, cut) = drop(rect.x + 1 - x, from: VisibleText.visible(text))
        text = rest
        x += cut
        guard !text.isEmpty else { continue }
      }
      x += grid.put(
        text, at: Position(x: x, y: rect.y), style: theme[ThemeRole(piece.role)], maxWidth: edge - x,
        overflow: .ellipsis)
    }
    guard let note = line.note, keepsNote || x + note.count + 2 < last else { return }
    grid.put(note, at: Position(x: last - note.count, y: rect.y), style: theme[.muted])
  }

  /// Takes columns off the front: what is left, and how many columns went.
  private static func drop(_ columns: Int, from text: String) -> (rest: String, cut: Int) {
    var cut = 0
    var rest = Substring(text)
    while cut < columns, let character = rest.popFirst() { cut += DisplayWidth.of(String(character)) }
    return (String(rest), cut)
  }
}

extension Line.Fold {
  fileprivate var mark: String {
    switch self {
    case .open: "▾"
    case .closed: "▸"
    case .none: " "
    }
  }
}

extension ThemeRole {
  init(_ role: Line.Role) {
    self =
      switch role {
      case .plain: .text
      case .muted: .muted
      case .heading: .heading
      case .label: .label
      case .key: .key
      case .string: .string
      case .number: .number
      case .literal: .literal
      case .punctuation: .punctuation
      case .match: .match
      case .good: .good
      case .bad: .bad
      case .secret: .secret
      }
  }
}
