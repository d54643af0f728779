/// A command's words as somebody types them: blanks part them, quotes and backslashes keep blanks. No shell is asked.
enum CommandWords {
  /// - Returns: nil if a quote is left open.
  static func split(_ text: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var characters = text.makeIterator()
    while let character = characters.next() {
      switch character {
      case "\\" where quote != "'": word = (word ?? "") + (characters.next().map(String.init) ?? "")
      case quote: quote = nil
      case "\"" where quote == nil, "'" where quote == nil: (quote, word) = (character, word ?? "")
      case " " where quote == nil:
        if let done = word { words.append(done) }
        word = nil
      default: word = (word ?? "") + String(character)
      }
    }
    guard quote == nil else { return nil }
    return words + [word].compactMap { $0 }
  }

  /// The text that ``split(_:)`` takes apart into these words.
  static func join(_ words: [String]) -> String {
    words.map { word in
      let isPlain = !word.isEmpty && !word.contains { " \\\"'".contains($0) }
      return isPlain ? word : "'\(word.replacing("'", with: "'\\''"))'"
    }.joined(separator: " ")
  }
}
