/// A command's words as somebody types them: blanks part them, quotes and backslashes keep blanks. No shell is asked.
enum CommandWords {
  /// - Returns: nil if a quote is left open.
  static func split(_ text: String) -> [String]? {
    var words: [String] = []
    var word: String?
    var quote: Unicode.Scalar?
    // By scalars, as a shell would: a mark that combines with a quote does not undo it.
    var scalars = text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      switch scalar {
      case "\\" where quote != "'": word = (word ?? "") + (scalars.next().map(String.init) ?? "")
      case quote: quote = nil
      case "\"" where quote == nil, "'" where quote == nil: (quote, word) = (scalar, word ?? "")
      case " " where quote == nil:
        if let done = word { words.append(done) }
        word = nil
      default: word = (word ?? "") + String(scalar)
      }
    }
    guard quote == nil else { return nil }
    return words + [word].compactMap { $0 }
  }

  /// The text that ``split(_:)`` takes apart into these words.
  static func join(_ words: [String]) -> String {
    words.map { word in
      let isPlain = !word.isEmpty && !word.unicodeScalars.contains { " \\\"'".unicodeScalars.contains($0) }
      return isPlain ? word : "'\(word.unicodeScalars.map { $0 == "'" ? #"'\''"# : String($0) }.joined())'"
    }.joined(separator: " ")
  }
}
