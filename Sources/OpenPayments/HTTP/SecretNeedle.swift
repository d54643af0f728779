import FoundationEssentials

/// A secret's bytes as they could stand in a text from which escapes were taken out.
struct SecretNeedle: Hashable {
  let bytes: [UInt8]
  /// Of the secret as it is.
  let secretLength: Int
  /// Whether the characters before and after it hold bits of the secret, too.
  let isBase64: Bool

  /// Shorter ones could not be told from ordinary text.
  static let shortest = 4

  static func needles(of secrets: [Secret]) -> [SecretNeedle] {
    var needles: Set<SecretNeedle> = []
    for secret in secrets {
      let plain = Array(secret.reveal().utf8)
      guard plain.count >= shortest else { continue }
      for spelling in spellings(of: plain) {
        needles.insert(SecretNeedle(bytes: spelling, secretLength: plain.count, isBase64: false))
      }
      for spelling in otherCharacterSets(secret.reveal()) {
        needles.insert(SecretNeedle(bytes: spelling, secretLength: plain.count, isBase64: false))
      }
      // RFC 6749 has the secret form-encoded before it goes into `Basic`.
      for spelling in Set([plain, PercentEncoding.formBytes(plain)]) {
        for encoded in base64(spelling) where encoded.count >= shortest {
          needles.insert(SecretNeedle(bytes: encoded, secretLength: plain.count, isBase64: true))
        }
      }
    }
    return needles.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  }

  /// Whatever a body is said to be in.
  private static func otherCharacterSets(_ text: String) -> [[UInt8]] {
    let utf32 = text.unicodeScalars.map { scalar in (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> ($0 * 8)) }
    }
    var spellings = [TextEncoding.utf16LittleEndian, .utf16BigEndian].map { $0.bytes(of: text) }
    spellings += [utf32.flatMap { $0 }, utf32.flatMap { $0.reversed() }]
    if !text.allSatisfy(\.isASCII), let bytes = TextEncoding.windows1252.exactBytes(of: text) {
      spellings.append(bytes)
    }
    return spellings
  }

  /// As it is, with the blanks of a form, and what is left of it where it holds what reads as escapes.
  private static func spellings(of plain: [UInt8]) -> Set<[UInt8]> {
    var spellings: Set<[UInt8]> = [plain]
    if plain.contains(UInt8(ascii: " ")) {
      spellings.insert(plain.map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "+") : $0 })
      spellings.insert(plain.withBlanks)
    }
    for spelling in spellings {
      var text = UnescapedText(spelling[...])
      while text.unescape(), text.bytes.count >= shortest { spellings.insert(text.bytes) }
    }
    return spellings
  }

  /// What stands in base64 and base64url for certain, wherever in the encoded text the bytes begin: `id:secret`, too.
  private static func base64(_ plain: [UInt8]) -> Set<[UInt8]> {
    var encoded: Set<[UInt8]> = []
    for before in 0..<3 {
      let text = Array(Data(repeatElement(0, count: before) + plain).base64EncodedData())
      let certain = (before * 8 + 5) / 6..<(before + plain.count) * 8 / 6
      guard !certain.isEmpty else { continue }
      let standard = Array(text[certain])
      encoded.insert(standard)
      encoded.insert(
        standard.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: "-") : $0 == UInt8(ascii: "/") ? UInt8(ascii: "_") : $0 })
    }
    return encoded
  }
}
