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
    segments = try parser.parse()
    self.text = text
  }

  public var description: String { text }

  /// Queries are equal when they are written with the same scalars.
  public static func == (left: JSONPath, right: JSONPath) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }
}
