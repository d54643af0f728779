import FoundationEssentials

/// Base64 with the URL-safe alphabet and without padding (RFC 4648, section 5), as JWTs use it.
enum Base64URL {
  static func encode(_ bytes: some Sequence<UInt8>) -> String {
    String(
      Data(bytes).base64EncodedString().compactMap { character in
        switch character {
        case "+": "-"
        case "/": "_"
        case "=": nil
        default: character
        }
      })
  }

  /// The bytes, or `nil` for anything but the one spelling that ``encode(_:)`` gives them.
  static func decode(_ text: Substring) -> [UInt8]? {
    let standard = text.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 }
    let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    guard let data = Data(base64Encoded: String(standard) + padding) else { return nil }
    return encode(data) == text ? Array(data) : nil
  }
}
