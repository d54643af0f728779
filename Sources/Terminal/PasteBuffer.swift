/// A bracketed paste while it arrives.
///
/// Nothing in it is a key, however long it takes. When it stays silent too long, what came is handed over, and what
/// comes next, whenever that is, is still its rest: up to its end mark, or to another silence.
struct PasteBuffer: Sendable {
  /// Bytes kept of one paste; the rest is read and dropped.
  static let limit = 1 << 20
  private static let start: [UInt8] = Array("\u{1B}[200~".utf8)
  private static let end: [UInt8] = Array("\u{1B}[201~".utf8)

  private var bytes: [UInt8] = []
  /// How much of `end` has been read.
  private var matched = 0
  /// Whether what came before was handed over without an end.
  private(set) var isRest = false
  /// Whether it was given up.
  private(set) var isOver = false

  /// In milliseconds; nil as long as nothing has come of a rest.
  var patience: Int? {
    if !isRest { 30_000 } else if bytes.isEmpty { nil } else { 5000 }
  }

  /// Takes a byte; true when it completes the end mark.
  mutating func take(_ byte: UInt8) -> Bool {
    if byte == Self.end[matched] {
      matched += 1
      return matched == Self.end.count
    }
    for held in Self.end[..<matched] { keep(held) }
    matched = 0
    if byte == Self.end[0] { matched = 1 } else { keep(byte) }
    return false
  }

  private mutating func keep(_ byte: UInt8) {
    if bytes.count < Self.limit { bytes.append(byte) }
    // No rest came: the end mark was lost, and this is another paste.
    if isRest, bytes == Self.start { self = PasteBuffer() }
  }

  /// What came, once the end mark has; nil where that is no more than what was handed over.
  func end() -> String? {
    isRest && bytes.isEmpty ? nil : text
  }

  /// What came so far, when nothing more comes for a long time; nil for nothing.
  mutating func handOver() -> String? {
    // Its end mark may have been cut by the pause, too.
    isOver = isRest && !bytes.isEmpty && matched == 0
    defer { (bytes, isRest) = ([], true) }
    return bytes.isEmpty ? nil : text
  }

  /// Terminals send a line break as CR.
  private var text: String {
    var text = ""
    for character in String(decoding: whole, as: UTF8.self) {
      text.append(character == "\r" || character == "\r\n" ? "\n" : character)
    }
    return text
  }

  /// Without the character that the limit may have cut.
  private var whole: ArraySlice<UInt8> {
    guard bytes.count == Self.limit else { return bytes[...] }
    let last = bytes.lastIndex { $0 & 0b1100_0000 != 0b1000_0000 } ?? 0
    return bytes[last] < 0x80 ? bytes[...] : bytes[..<last]
  }
}
