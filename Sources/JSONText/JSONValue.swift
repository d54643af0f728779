/// A value or a key in a document: a cursor, cheap to make and to copy.
///
/// Two are equal when they are at the same place of equal texts.
public struct JSONValue: Sendable, Equatable {
  let index: JSONIndex
  /// Its place among all values, keys and closing brackets of the document, in document order.
  public let node: Int

  public enum Kind: Sendable, Hashable {
    case object, array, string, number, null
    case bool(Bool)
  }

  public var document: JSONDocument { JSONDocument(index: index) }

  public var kind: Kind {
    switch index.firstByte(node) {
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    case UInt8(ascii: "\""): .string
    case UInt8(ascii: "t"): .bool(true)
    case UInt8(ascii: "f"): .bool(false)
    case UInt8(ascii: "n"): .null
    default: .number
    }
  }

  /// Where in the document its text is. A container that was never closed ends where the text broke.
  public var range: Range<Int> { index.range(node) }

  /// Its text as received: with the quotes and escapes of a string, with all that a container holds.
  public var bytes: ArraySlice<UInt8> { index.bytes[range] }
}
