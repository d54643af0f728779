/// Percent-encoding of what goes into a path, a query or a form.
enum PercentEncoding {
  /// One path segment: everything but unreserved characters is encoded, and a segment of dots can't climb.
  static func pathSegment(_ text: String) -> String {
    text == "." || text == ".." ? text.replacing(".", with: "%2E") : encode(text, keeping: "-._~")
  }

  /// A query value; the comma that separates list values stays readable.
  static func queryValue(_ text: String) -> String { encode(text, keeping: "-._~,") }

  /// A name or value of `application/x-www-form-urlencoded`.
  static func formValue(_ text: String) -> String { encode(text, keeping: "-._ ").replacing(" ", with: "+") }

  private static func encode(_ text: String, keeping kept: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        bytes.append(byte)
      case _ where kept.utf8.contains(byte): bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
