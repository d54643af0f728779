import FoundationEssentials
public import OpenPayments

/// A secret as a file, a pipe or a program holds it: every byte is part of it but a byte order mark before it and one line
/// end after it. What may be something else is refused, never cut.
public enum SecretText {
  /// The most bytes that may hold one.
  public static let largest = 65_536

  /// - Parameter place: what the bytes are of, for the message, which never repeats any of them.
  public static func secret(in bytes: [UInt8], of place: String) throws(ConfigurationError) -> Secret {
    let text = try TextFile.text(bytes, of: place)
    // Where it is kept it would lose the second one as well.
    guard text == text.withoutByteOrderMark else {
      throw ConfigurationError("\(place) begins with two byte order marks")
    }
    return try secret(in: text, of: place)
  }

  static func secret(in text: String, of place: String) throws(ConfigurationError) -> Secret {
    var bytes = Array(text.withoutByteOrderMark.utf8)
    if bytes.last == UInt8(ascii: "\n") {
      bytes.removeLast()
      if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    }
    func refuse(_ reason: String) -> ConfigurationError { ConfigurationError("\(place) \(reason)") }
    guard !bytes.isEmpty else { throw refuse("holds no secret: it is empty") }
    // It gets a line end again where it is kept.
    guard bytes.count < largest else { throw refuse("holds more than \(largest - 1) bytes, which is no secret") }
    guard !bytes.contains(UInt8(ascii: "\n")) else { throw refuse("holds more than one line") }
    guard !bytes.contains(UInt8(ascii: "\r")) else { throw refuse("has a carriage return that ends no line") }
    guard !bytes.contains(0) else { throw refuse("has a NUL in it, which is no part of a secret") }
    return Secret(String(decoding: bytes, as: UTF8.self))
  }
}
