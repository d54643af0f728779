extension JSONValue {
  /// Its text as received, invalid UTF-8 repaired; see ``text(maxBytes:)`` for values of any size.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The beginning of its text as received: at most `maxBytes` of its bytes, whole characters only.
  public func text(maxBytes: Int) -> String {
    let range = range
    guard range.count > maxBytes else { return text }
    var end = range.lowerBound + max(maxBytes, 0)
    // Text that is not UTF-8 may go on with continuation bytes for ever.
    for _ in 0..<3 where end > range.lowerBound && index.bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: index.bytes[range.lowerBound..<end], as: UTF8.self)
  }

  /// The content of a string or key: escapes resolved, surrogate pairs joined, anything that is not Unicode replaced
  /// by U+FFFD. Nil for any other value.
  public var string: String? {
    guard kind == .string else { return nil }
    return JSONString.decode(index.bytes[contentRange])
  }

  /// The content of a string or key as bytes with the escapes resolved and nothing repaired: equal for equal contents
  /// alone.
  var content: ArraySlice<UInt8> { JSONString.unrepaired(index.bytes[contentRange]) }

  /// Whether nothing in the content of a string or key has to be repaired.
  var isUnicode: Bool { String(validating: content, as: UTF8.self) != nil }

  /// The number, where it is written as a plain integer that fits; nil for any other number or value.
  public var integer: Int? {
    kind == .number ? Int(text(maxBytes: 32)) : nil
  }

  /// Whether the value is a string with this content, compared scalar by scalar.
  ///
  /// Nothing is decoded unless it has to be, so that `switch member.key { case "id": … }` is cheap.
  public static func ~= (content: String, value: JSONValue) -> Bool {
    guard value.index.firstByte(value.node) == UInt8(ascii: "\"") else { return false }
    let bytes = value.index.bytes
    return JSONString.isEqual(bytes.span.extracting(value.contentRange), content)
      ?? value.string?.utf8.elementsEqual(content.utf8) ?? false
  }

  /// Where the bytes between the quotes are.
  private var contentRange: Range<Int> { range.lowerBound + 1..<range.upperBound - 1 }
}
