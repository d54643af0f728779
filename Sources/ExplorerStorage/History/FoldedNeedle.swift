/// A text to be found in bytes, accents and case aside, without a folded copy of them being made.
struct FoldedNeedle {
  private let bytes: [UInt8]

  init(_ text: String) { bytes = Array(TextFolding.folded(text).utf8) }

  func isIn(_ text: UnsafeRawBufferPointer) -> Bool {
    guard let first = bytes.first else { return true }
    for position in text.indices {
      let byte = text[position]
      // A letter that is not ASCII may come down to one that is.
      if Self.folded(byte) == first || byte >= 0xC0, matches(text, at: position) { return true }
    }
    return false
  }

  private func matches(_ text: UnsafeRawBufferPointer, at start: Int) -> Bool {
    var position = start
    var matched = 0
    while matched < bytes.count {
      guard position < text.count else { return false }
      if text[position] < 0x80 {
        guard Self.folded(text[position]) == bytes[matched] else { return false }
        (position, matched) = (position + 1, matched + 1)
        continue
      }
      // In a piece of four bytes the first character is whole.
      let piece = String(decoding: text[position..<min(position + 4, text.count)], as: UTF8.self)
      guard let scalar = piece.unicodeScalars.first else { return false }
      let letters = TextFolding.folded(String(scalar)).utf8
      let rest = bytes[matched...]
      guard letters.starts(with: rest) || rest.starts(with: letters) else { return false }
      (position, matched) = (position + UTF8.width(scalar), matched + letters.count)
    }
    return true
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
