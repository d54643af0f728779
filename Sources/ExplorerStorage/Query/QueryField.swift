/// The names that may stand before a colon in a query over some kind of item.
protocol QueryField: RawRepresentable, CaseIterable, Sendable where RawValue == String {
  /// A value that would be right, such as `404`.
  var example: String { get }
}

extension QueryField {
  /// - Throws: ``QueryError`` naming the nearest field there is, or saying that the value is missing.
  init?(of term: QueryTerm) throws(QueryError) {
    guard let name = term.field else { return nil }
    guard let field = Self(rawValue: name) else {
      let nearest = Spelling.nearest(to: name, among: Self.allCases.map(\.rawValue))
      throw QueryError("no field \"\(name)\"; did you mean \(nearest):? Quotes make it a word")
    }
    guard !term.value.isEmpty else {
      throw QueryError("\(term.text) lacks its value; write it like \(field.rawValue):\(field.example)")
    }
    self = field
  }

  /// For a value that the field can't take.
  func refusal(of term: QueryTerm) -> QueryError {
    QueryError("\(term.text) can't be read; write it like \(rawValue):\(example)")
  }
}
