/// Masks in URLs and forms what its name says is secret (``SensitiveNames``), and user names with passwords.
///
/// It goes by bytes, as servers do, and looks through percent-encoding: a URL inside a parameter of another is one, too.
package enum ParameterMasking {
  /// How many URLs may stand inside one another.
  private static let deepest = 3

  /// Text that has URLs in it, or is one: a request's target, `Location`, `Link`.
  package static func masked(url text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(where: { "=@".utf8.contains($0) }) || bytes.contains(UInt8(ascii: "%")) else { return text }
    return masked(bytes, isForm: false).map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  /// Text of any kind in which URLs and the items of forms may stand.
  static func masked(text: [UInt8]) -> [UInt8] { masked(text, isForm: false, beginsWithName: true) ?? text }

  package static func masked(form body: [UInt8]) -> [UInt8] { masked(body, isForm: true) ?? body }

  /// - Returns: nil if nothing in it is secret.
  private static func masked(_ bytes: [UInt8], isForm: Bool, beginsWithName: Bool = false) -> [UInt8]? {
    var units = bytes.indices.map { Unit(byte: bytes[$0], start: $0, end: $0 + 1) }
    var ranges: [Range<Int>] = []
    for depth in 0...deepest {
      ranges += parameters(units, isForm: isForm && depth == 0, beginsWithName: beginsWithName) + userInfo(units)
      let decoded = decoded(units)
      guard decoded.count < units.count else { break }
      units = decoded
    }
    guard !ranges.isEmpty else { return nil }
    return bytes.replacing(ranges.sorted { $0.lowerBound < $1.lowerBound }, with: Array(Secret.mask.utf8))
  }

  /// A byte that was decoded, and what it was written as.
  private struct Unit {
    let byte: UInt8
    let start: Int
    let end: Int
  }

  private static func decoded(_ units: [Unit]) -> [Unit] {
    var decoded: [Unit] = []
    var position = 0
    while position < units.count {
      let unit = units[position]
      if unit.byte == UInt8(ascii: "%"), position + 2 < units.count,
        let high = units[position + 1].byte.hexDigit, let low = units[position + 2].byte.hexDigit
      {
        decoded.append(Unit(byte: high << 4 | low, start: unit.start, end: units[position + 2].end))
        position += 3
      } else {
        decoded.append(unit)
        position += 1
      }
    }
    return decoded
  }

  /// The values of parameters that are secret.
  private static func parameters(_ units: [Unit], isForm: Bool, beginsWithName: Bool) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var name: Int? = isForm || beginsWithName ? 0 : nil
    var position = 0
    while position < units.count {
      let byte = units[position].byte
      if begins(byte) {
        name = position + 1
      } else if byte == UInt8(ascii: "="), let start = name {
        name = nil
        guard SensitiveNames.includes(parameter: units[start..<position].lazy.map(\.byte)) else {
          position += 1
          continue
        }
        let end = units[(position + 1)...].firstIndex { isForm ? $0.byte == UInt8(ascii: "&") : ends($0.byte) }
        let value = units[(position + 1)..<(end ?? units.count)]
        if let first = value.first, let last = value.last { ranges.append(first.start..<last.end) }
        position = (end ?? units.count) - 1
      }
      position += 1
    }
    return ranges
  }

  /// What stands before the `@` of an address.
  private static func userInfo(_ units: [Unit]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var position = 0
    while position + 1 < units.count {
      defer { position += 1 }
      guard isSlash(units[position].byte), isSlash(units[position + 1].byte) else { continue }
      let before = position == 0 ? UInt8(ascii: ":") : units[position - 1].byte
      guard ":<\"'=( ,".utf8.contains(before) else { continue }
      let authority = units[(position + 2)...].prefix { !isSlash($0.byte) && !"?# \t<>\"".utf8.contains($0.byte) }
      guard let at = authority.lastIndex(where: { $0.byte == UInt8(ascii: "@") }), at > authority.startIndex else {
        continue
      }
      ranges.append(authority[authority.startIndex].start..<units[at].start)
    }
    return ranges
  }

  private static func isSlash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }
  /// Whether a name may follow.
  private static func begins(_ byte: UInt8) -> Bool { "?&#;".utf8.contains(byte) }
  private static func ends(_ byte: UInt8) -> Bool { "&#<>\" \t".utf8.contains(byte) }
}

extension UInt8 {
  /// What it stands for as a hexadecimal digit, in either case.
  var hexDigit: UInt8? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
