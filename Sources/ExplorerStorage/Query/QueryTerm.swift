/// One word of a query: `cities`, `status:4xx`, `-path:cities`, `"two words"`.
///
/// The words of a query are separated by blanks and must all hold; `-` or `!` in front turns one round; quotes keep blanks
/// and colons together. What fields there are is for the query to say.
public struct QueryTerm: Sendable, Hashable {
  public let isNegated: Bool
  /// What stands before the colon; nil for a bare word.
  public let field: String?
  /// Without quotes.
  public let value: String
  /// The whole word as it was written, for messages.
  public let text: String

  /// - Throws: ``QueryError`` if a quote is not closed.
  public static func terms(of text: String) throws(QueryError) -> [QueryTerm] {
    var terms: [QueryTerm] = []
    var rest = Substring(text)
    while true {
      rest = rest.drop(while: \.isWhitespace)
      guard !rest.isEmpty else { return terms }
      let word = try takeWord(from: &rest)
      if let term = QueryTerm(word) { terms.append(term) }
    }
  }

  /// Everything up to a blank outside of quotes.
  private static func takeWord(from rest: inout Substring) throws(QueryError) -> String {
    var word = ""
    var isQuoted = false
    while let character = rest.first, isQuoted || !character.isWhitespace {
      if character == "\"" { isQuoted.toggle() }
      word.append(character)
      rest.removeFirst()
    }
    guard !isQuoted else { throw QueryError("the quote in \(word) is not closed; end it with \"") }
    return word
  }

  private init?(_ word: String) {
    var rest = Substring(word)
    isNegated = rest.count > 1 && (rest.first == "-" || rest.first == "!")
    if isNegated { rest.removeFirst() }
    let name = rest.prefix(while: \.isLetter)
    if !name.isEmpty, rest.dropFirst(name.count).first == ":" {
      field = name.lowercased()
      rest = rest.dropFirst(name.count + 1)
    } else {
      field = nil
    }
    value = String(rest.filter { $0 != "\"" })
    text = word
    // Quotes with nothing between them ask for nothing.
    if field == nil, value.isEmpty { return nil }
  }
}

/// Why a query can't be read: which word, and what would be right.
public struct QueryError: Error, Sendable, Hashable, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }
}
