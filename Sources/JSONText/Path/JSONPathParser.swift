/// Reads a query: one method for each rule of the grammar (RFC 9535, appendix A).
struct JSONPathParser {
  /// How deep filters, functions and parentheses may nest: what is nested is read and evaluated by recursion.
  static let maximumNesting = 64

  let bytes: [UInt8]
  var position = 0
  var nesting = 0
  /// How many queries and calls inside filters have been numbered.
  var ids = 0
  /// The queries that are being read: the whole one first, then the one in its filter and so on.
  var queries: [OpenQuery] = []
  /// The name that the text ends in or that could come next.
  private(set) var lastName: Name?

  struct OpenQuery {
    var isAbsolute: Bool
    var segments: [JSONPathSegment] = []
    /// Whether the segment that is being read has two dots.
    var isInDescendant = false
  }

  /// The beginning of a name at the end of the text.
  struct Name {
    /// Whether it is in brackets, or is going to be.
    var isQuoted: Bool
    /// Whether it comes after two dots.
    var isDescendant: Bool
    /// Where the text begins that a whole name has to replace.
    var start: Int
    var typed: String
    /// What leads to the objects with the name, from the root on.
    var parents: [JSONPathSegment]
  }

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func parse() throws(JSONPathError) -> [JSONPathSegment] {
    guard take("$") else { throw error(.expectedRoot) }
    let segments = try parseSegments(isAbsolute: true)
    guard position == bytes.count else {
      let end = position
      skipBlanks()
      throw position == bytes.count ? error(.blankAtEnd, at: end) : error(.expectedSegment)
    }
    return segments
  }

  /// Reads what follows `$` or `@`.
  mutating func parseSegments(isAbsolute: Bool) throws(JSONPathError) -> [JSONPathSegment] {
    queries.append(OpenQuery(isAbsolute: isAbsolute))
    let query = queries.count - 1
    while true {
      let end = position
      skipBlanks()
      guard peek(".") || peek("[") else {
        position = end
        if lastName == nil { noteName(from: position, typed: "") }
        // The outermost stays, for what can be said about a text that goes on with an error.
        return query == 0 ? queries[0].segments : queries.removeLast().segments
      }
      let segment = try parseSegment()
      queries[query].segments.append(segment)
      queries[query].isInDescendant = false
    }
  }

  private mutating func parseSegment() throws(JSONPathError) -> JSONPathSegment {
    let start = position
    let isDescendant = take("..")
    queries[queries.count - 1].isInDescendant = isDescendant
    if peek("["), isDescendant || position == start {
      return JSONPathSegment(isDescendant: isDescendant, selectors: try parseBrackets())
    }
    if !isDescendant { position += 1 }
    if take("*") { return JSONPathSegment(isDescendant: isDescendant, selectors: [.wildcard]) }
    let nameStart = position
    while position < bytes.count, isNameByte(bytes[position], first: position == nameStart) { position += 1 }
    let name = String(decoding: bytes[nameStart..<position], as: UTF8.self)
    noteName(from: isDescendant ? nameStart : start, typed: name)
    guard !name.isEmpty else { throw error(.expectedName) }
    return JSONPathSegment(isDescendant: isDescendant, selectors: [.name(name)])
  }

  private func isNameByte(_ byte: UInt8, first: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): !first
    default: byte >= 0x80
    }
  }
}

// MARK: - What the other rules need

extension JSONPathParser {
  func error(_ reason: JSONPathError.Reason, at offset: Int? = nil) -> JSONPathError {
    JSONPathError(offset: offset ?? position, reason: reason)
  }

  func peek(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[position...].starts(with: $0) }
  }

  mutating func take(_ text: StaticString) -> Bool {
    guard peek(text) else { return false }
    position += text.utf8CodeUnitCount
    return true
  }

  mutating func skipBlanks() {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
  }

  mutating func nextID() -> Int {
    ids += 1
    return ids
  }

  /// Reads what is one level deeper.
  mutating func nested<Result>(
    _ read: (inout JSONPathParser) throws(JSONPathError) -> Result
  ) throws(JSONPathError) -> Result {
    guard nesting < Self.maximumNesting else { throw error(.tooDeep) }
    nesting += 1
    defer { nesting -= 1 }
    return try read(&self)
  }

  /// Remembers a name if the text ends in it.
  mutating func noteName(isQuoted: Bool = false, from start: Int, typed: String) {
    guard position == bytes.count, let query = queries.last else { return }
    lastName = Name(
      isQuoted: isQuoted, isDescendant: query.isInDescendant, start: start, typed: typed, parents: openSegments)
  }

  /// What leads from the root to where the innermost query has come to.
  private var openSegments: [JSONPathSegment] {
    let first = queries.lastIndex(where: \.isAbsolute) ?? 0
    var segments = queries[first].segments
    for (outer, inner) in zip(queries[first...], queries[first...].dropFirst()) {
      // What a filter looks at are the children of the nodes before it.
      segments.append(JSONPathSegment(isDescendant: outer.isInDescendant, selectors: [.wildcard]))
      segments += inner.segments
    }
    return segments
  }
}
