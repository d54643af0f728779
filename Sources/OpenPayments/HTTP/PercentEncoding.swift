/// Percent-encoding of what goes into a path, a query or a form.
package enum PercentEncoding {
  /// One path segment: everything but unreserved characters is encoded, and a segment of dots can't climb.
  package static func pathSegment(_ text: String) -> String {
    text == "." || text == ".." ? text.replacing(".", with: "%2E") : encode(text, keeping: "-._~")
  }

  /// A query value; the comma that separates list values stays readable.
  static func queryValue(_ text: String) -> String { encode(text, keeping: "-._~,") }

  /// A path with its query, of which only what no request line may hold is encoded.
  static func target(_ text: String) -> String { encode(text, keeping: "-._~%!$&'()*+,;=:@/?[]") }

  /// A name or value of `application/x-www-form-urlencoded`.
  static func formValue(_ text: String) -> String { String(decoding: formBytes(Array(text.utf8)), as: UTF8.self) }

  static func formBytes(_ bytes: [UInt8]) -> [UInt8] { encode(bytes, keeping: "-._", blank: UInt8(ascii: "+")) }

  /// What percent-encoded text stands for; a `%` that begins no code stays one.
  static func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let code = rest.prefix(2)
      if byte == UInt8(ascii: "%"), code.count == 2, code.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
        let value = UInt8(String(decoding: code, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func encode(_ text: String, keeping kept: StaticString) -> String {
    String(decoding: encode(Array(text.utf8), keeping: kept, blank: nil), as: UTF8.self)
  }

  private static func encode(_ bytes: [UInt8], keeping kept: StaticString, blank: UInt8?) -> [UInt8] {
    let digits: StaticString = "0123456789ABCDEF"
    var encoded: [UInt8] = []
    encoded.reserveCapacity(bytes.count)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        encoded.append(byte)
      case _ where kept.withUTF8Buffer { $0.contains(byte) }: encoded.append(byte)
      case UInt8(ascii: " ") where blank != nil: encoded.append(blank ?? byte)
      default:
        digits.withUTF8Buffer { digits in
          encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
      }
    }
    return encoded
  }
}
