/// A JSONPath query (RFC 9535), read once and evaluated as often as needed.
///
/// Of several members with one name the last is selected, as by ``JSONValue/subscript(_:)``. Numbers are compared by
/// their exact decimal value, strings by their Unicode scalars. In the patterns of `match` and `search`, which follow
/// RFC 9485, `^` and `$` stand for the ends of the text, as in the public test suite of RFC 9535.
public struct JSONPath: Sendable, Equatable, CustomStringConvertible {
  /// The query as it was written.
  public let text: String
  let segments: [JSONPathSegment]

  /// Reads a query; the error says what is wrong with the text, and where.
  public init(_ text: String) throws(JSONPathError) {
    var parser = JSONPathParser(text)
    self.init(text: text, segments: try parser.parse())
  }

  private init(text: String, segments: [JSONPathSegment]) {
    self.text = text
    self.segments = segments
  }

  /// The query that remains when the last, unfinished segments of a text are left out; nil when not even `$` remains.
  ///
  /// Of `$.aspsps[?@.country=='` that is `$.aspsps`.
  public static func longestValidPrefix(of text: String) -> JSONPath? {
    var parser = JSONPathParser(text)
    if let segments = try? parser.parse() { return JSONPath(text: text, segments: segments) }
    guard let valid = parser.validPrefix else { return nil }
    return JSONPath(text: String(decoding: text.utf8.prefix(valid.end), as: UTF8.self), segments: valid.segments)
  }

  public var description: String { text }

  /// Queries are equal when they are written with the same scalars.
  public static func == (left: JSONPath, right: JSONPath) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }
}
