import Terminal
import ViewModels

extension Line {
  /// As much as can be kept free behind what two values begin with alike, to see in what they differ.
  private static let roomForDifference = 12

  /// The line for so many columns: where its value comes to differ from another one only beyond them, or at their end, it
  /// begins with an ellipsis shortly before that.
  ///
  /// - Parameter sharedCount: with how many characters the values begin alike.
  func cut(to width: Int, sharing sharedCount: Int) -> Line {
    guard sharedCount > 0, let value = pieces.last else { return self }
    let head = indent + pieces.dropLast().reduce(0) { $0 + Self.width(of: $1.text[...]) }
    let shared = value.text.prefix(sharedCount)
    guard head + Self.width(of: shared) + Self.roomForDifference > width,
      head + Self.width(of: value.text[...]) > width
    else { return self }
    let keepsHead = head <= width / 2
    let room = max((width - (keepsHead ? head : 0)) / 3, 1)
    var start = shared.endIndex
    var used = 0
    while start > shared.startIndex, used < room {
      start = shared.index(before: start)
      used += Self.width(of: shared[start...start])
    }
    let rest = Piece("…\(value.text[start...])", value.role)
    return Line(
      keepsHead ? pieces.dropLast() + [rest] : [rest], indent: keepsHead ? indent : 0, fold: fold, note: note)
  }

  private static func width(of text: Substring) -> Int { DisplayWidth.of(String(text)) }
}
