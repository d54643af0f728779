import Crypto
import FoundationEssentials

/// The ids of countries, cities and banks: those in the platform's documents as they are, else a UUID of version 5
/// (RFC 9562, section 5.5), which is the same in every run.
enum PlatformID {
  static func country(_ isoCountryCode: String) -> String {
    isoCountryCode == "SE" ? "fa2b20bd-6148-318c-bfdf-a5782cd0b54b" : derived("country/\(isoCountryCode)")
  }

  static func city(_ name: String, in isoCountryCode: String) -> String {
    switch (isoCountryCode, name) {
    case ("SE", "Stockholm"): "37efa883-c8ad-4ff7-927b-b11b02beb923"
    // The documented ids of the next three have no version or variant of RFC 9562.
    case ("FI", "Helsinki"): "ba9dd929-1408-33a6-3ce2-bc45fcfaaa5c"
    case ("DE", "Frankfurt"): "bb97dd78-835c-9922-e700-a8b5b3f5cbba"
    case ("DK", "Copenhagen"): "8f64d9db-7f38-e13e-cbf8-809e6bc6175c"
    default: derived("city/\(isoCountryCode)/\(name)")
    }
  }

  static func bank(_ bicFi: String) -> String {
    derived("aspsp/\(bicFi)")
  }

  /// Whether the text has the shape 8-4-4-4-12 in hexadecimal digits of either case; version and variant are free.
  static func isWellFormed(_ text: String) -> Bool {
    let groups = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return groups.map(\.count) == [8, 4, 4, 4, 12]
      && groups.joined().allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }

  /// The UUID of version 5 of a name in a namespace, in lower case.
  static func derived(_ name: String, namespace: UUID = namespace) -> String {
    var hash = Insecure.SHA1()
    withUnsafeBytes(of: namespace.uuid) { hash.update(bufferPointer: $0) }
    hash.update(data: Array(name.utf8))
    var bytes = Array(hash.finalize().prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { range in
      String(digits.dropFirst(range.lowerBound).prefix(range.count))
    }.joined(separator: "-")
  }

  private static let namespace = UUID(
    uuid: (0x6F, 0x3C, 0x1B, 0x0E, 0x2A, 0x57, 0x4D, 0x0C, 0x9B, 0x1E, 0x5F, 0x4A, 0x0D, 0x9C, 0x7E, 0x21))
}
