/// A character set other than UTF-8 that the text of a body came in.
package enum TextEncoding: String, Sendable, Hashable {
  /// Read as windows-1252, as browsers do: what the two differ in are controls that nobody means.
  case latin1 = "ISO-8859-1"
  case windows1252 = "windows-1252"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"

  /// As it is told to a user.
  package var name: String { rawValue }

  /// As much of a text as tells its byte order.
  private static let telling = 4096

  /// The bytes have the last word: a byte order mark, and what is UTF-8 in spite of what it is said to be.
  ///
  /// - Parameter contentType: the answer's, whose `charset` counts.
  /// - Returns: nil for UTF-8, for what is no text, and for a charset that is not known.
  package init?(of body: [UInt8], contentType: String?) {
    guard Self.mayBeText(contentType), !body.starts(with: [0xFF, 0xFE, 0, 0]) else { return nil }
    if let marked = Self(markOf: body) {
      self = marked
      return
    }
    switch Self.charset(of: contentType) {
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "iso88591", "latin1", "l1": self = .latin1
    case "windows-1252", "cp1252", "x-cp1252", "us-ascii", "ascii": self = .windows1252
    case "utf-16", "utf16", "ucs-2", "iso-10646-ucs-2", "unicode": self = Self(byteOrderOf: body)
    case "utf-16le", "utf16le": self = .utf16LittleEndian
    case "utf-16be", "utf16be": self = .utf16BigEndian
    default:
      guard let order = Self(beginningOf: body) else { return nil }
      self = order
      return
    }
    if body.isEmpty || body.isPlainUTF8 { return nil }
  }

  /// What charset a text is said to be in that is neither UTF-8 nor known; nil where the bytes are UTF-8 all the same.
  static func unknownCharset(of body: [UInt8], contentType: String?) -> String? {
    guard let charset = charset(of: contentType), !["utf-8", "utf8", ""].contains(charset),
      Self(of: body, contentType: contentType) == nil, !body.isPlainUTF8
    else { return nil }
    return String(charset.prefix(40))
  }

  /// Pictures and the like may begin with what would be a byte order mark.
  private static func mayBeText(_ contentType: String?) -> Bool {
    let type = contentType?.lowercased().drop { $0 == " " } ?? ""
    return !["image/", "audio/", "video/", "font/", "application/octet-stream", "application/pdf", "application/zip"]
      .contains { type.hasPrefix($0) }
  }

  private init?(markOf body: [UInt8]) {
    switch (body.first, body.dropFirst().first) {
    case (0xFF, 0xFE): self = .utf16LittleEndian
    case (0xFE, 0xFF): self = .utf16BigEndian
    default: return nil
    }
  }

  /// Two characters of which the first is ASCII, as every JSON text begins (RFC 4627 section 3).
  private init?(beginningOf body: [UInt8]) {
    guard body.count >= 4 else { return nil }
    let isASCII: (UInt8) -> Bool = { (0x20..<0x7F).contains($0) || (0x09...0x0D).contains($0) }
    if isASCII(body[0]), body[1] == 0, body[2] != 0, body[3] == 0 {
      self = .utf16LittleEndian
    } else if body[0] == 0, isASCII(body[1]), body[2] == 0, body[3] != 0 {
      self = .utf16BigEndian
    } else {
      return nil
    }
  }

  /// By where the zeros are that most characters have; the web's order where that tells nothing.
  private init(byteOrderOf body: [UInt8]) {
    var zeros = [0, 0]
    for (place, byte) in body.prefix(Self.telling).enumerated() where byte == 0 { zeros[place & 1] += 1 }
    self = zeros[0] > zeros[1] ? .utf16BigEndian : .utf16LittleEndian
  }

  /// In small letters, without quotes.
  private static func charset(of contentType: String?) -> String? {
    let isFiller: (Character) -> Bool = { $0.isWhitespace || $0 == "\"" || $0 == "'" }
    for parameter in contentType?.lowercased().split(whereSeparator: { $0 == ";" || $0 == "," }).dropFirst() ?? [] {
      let parts = parameter.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0].trimming(while: isFiller) == "charset" else { continue }
      return String(parts[1].trimming(while: isFiller))
    }
    return nil
  }

  // MARK: - Characters

  /// How many bytes a byte order mark takes at the start.
  func markLength(of body: [UInt8]) -> Int { Self(markOf: body) == nil ? 0 : 2 }

  /// The character at an offset that is in the body, U+FFFD where there is none, and how many bytes it has.
  func character(at offset: Int, in body: Span<UInt8>) -> (scalar: Unicode.Scalar, length: Int) {
    switch self {
    case .latin1, .windows1252:
      let byte = body[offset]
      return (byte < 0x80 ? Unicode.Scalar(byte) : Self.table[byte], 1)
    case .utf16LittleEndian, .utf16BigEndian: break
    }
    guard offset + 1 < body.count else { return ("\u{FFFD}", 1) }
    let unit = unit(at: offset, in: body)
    if let scalar = Unicode.Scalar(unit) { return (scalar, 2) }
    guard unit < 0xDC00, offset + 3 < body.count else { return ("\u{FFFD}", 2) }
    let low = self.unit(at: offset + 2, in: body)
    guard (0xDC00...0xDFFF).contains(low), let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { return ("\u{FFFD}", 2) }
    return (scalar, 4)
  }

  private func unit(at offset: Int, in body: Span<UInt8>) -> UInt32 {
    let (first, second) = (UInt32(body[offset]), UInt32(body[offset + 1]))
    return self == .utf16BigEndian ? first << 8 | second : second << 8 | first
  }

  /// A text in this encoding; a question mark for what it hasn't got.
  func bytes(of text: String) -> [UInt8] {
    switch self {
    case .latin1, .windows1252: text.unicodeScalars.map { Self.table.byte(of: $0) }
    case .utf16LittleEndian: text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    }
  }

  /// nil if it hasn't got all of the text's characters.
  func exactBytes(of text: String) -> [UInt8]? {
    let bytes = bytes(of: text)
    let missing = UInt8(ascii: "?")
    return bytes.count { $0 == missing } == text.utf8.count { $0 == missing } ? bytes : nil
  }

  private static let table = Windows1252()
}

/// What differs from Unicode's first 256 characters; bytes that mean nothing are controls.
private struct Windows1252 {
  private let special: [Unicode.Scalar] = [
    "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}", "\u{90}", "‘", "’",
    "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
  ]

  subscript(byte: UInt8) -> Unicode.Scalar {
    (0x80..<0xA0).contains(byte) ? special[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }

  func byte(of scalar: Unicode.Scalar) -> UInt8 {
    if let place = special.firstIndex(of: scalar) { return UInt8(0x80 + place) }
    return UInt8(exactly: scalar.value) ?? UInt8(ascii: "?")
  }
}

extension [UInt8] {
  /// UTF-8, and such as UTF-16 hardly ever happens to be: without the zeros.
  fileprivate var isPlainUTF8: Bool { !contains(0) && String(validating: self, as: UTF8.self) != nil }
}

extension StringProtocol {
  fileprivate func trimming(while isFiller: (Character) -> Bool) -> SubSequence {
    let start = firstIndex { !isFiller($0) } ?? endIndex
    let end = lastIndex { !isFiller($0) }.map(index(after:)) ?? start
    return self[start..<end]
  }
}
