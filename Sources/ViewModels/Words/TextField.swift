/// One line of text with a cursor in it.
public struct TextField: Sendable, Hashable {
  /// More than any address or path; what is beyond is not taken.
  static let limit = 8192

  /// What stands before the cursor, and what after it.
  public private(set) var before: String
  public private(set) var after = ""

  /// The text with the cursor at its end.
  public init(_ text: String = "") { before = text }

  public var text: String { before + after }
  public var isEmpty: Bool { before.isEmpty && after.isEmpty }

  /// - Returns: whether there was room for it; if not, nothing is put in.
  @discardableResult
  mutating func insert(_ text: String) -> Bool {
    let room = Self.limit - before.utf8.count - after.utf8.count
    guard text.utf8.count <= room else { return false }
    before += text
    return true
  }

  mutating func moveLeft() { if let character = before.popLast() { after = String(character) + after } }
  mutating func moveRight() { if !after.isEmpty { before.append(after.removeFirst()) } }
  mutating func moveToStart() { (before, after) = ("", text) }
  mutating func moveToEnd() { (before, after) = (text, "") }

  mutating func eraseBackward() { _ = before.popLast() }
  mutating func eraseForward() { if !after.isEmpty { after.removeFirst() } }
  mutating func eraseAll() { (before, after) = ("", "") }

  /// Back to the beginning of a word, blanks after it included.
  mutating func eraseWord() {
    while before.last == " " { before.removeLast() }
    while let last = before.last, last != " " { before.removeLast() }
  }
}

extension TextField {
  /// Changes the text, or where its cursor is, as a command says.
  ///
  /// - Returns: false for a command that does neither.
  mutating func edit(_ command: Command) -> Bool {
    switch command {
    case .eraseCharacter: eraseBackward()
    case .eraseForward: eraseForward()
    case .eraseWord: eraseWord()
    case .eraseLine: eraseAll()
    case .cursorLeft: moveLeft()
    case .cursorRight: moveRight()
    case .cursorToStart: moveToStart()
    case .cursorToEnd: moveToEnd()
    default: return false
    }
    return true
  }
}
