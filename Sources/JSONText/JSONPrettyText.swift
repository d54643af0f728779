/// A JSON text with a line for each value and indentation by depth: numbers, escapes and key order as they are, control
/// characters as escapes. In one pass, without a structure, so that it takes no memory but its result's.
public enum JSONPrettyText {
  /// Deeper levels are not indented any further: without an end the blanks would outgrow the text.
  private static let deepestIndent = 24
  private static let blanks = [UInt8](repeating: UInt8(ascii: " "), count: 2 * deepestIndent)

  /// - Parameter json: a valid JSON text.
  /// - Returns: UTF-8, without a line break at its end.
  public static func utf8(_ json: [UInt8]) -> [UInt8] {
    var writer = Writer()
    writer.bytes.reserveCapacity(json.count + json.count / 2)
    var position = json.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while position < json.count {
      if json[position] == UInt8(ascii: "\"") {
        position = writer.copyString(json, from: position)
      } else {
        writer.write(json[position])
        position += 1
      }
    }
    return writer.bytes
  }

  private struct Writer {
    var bytes: [UInt8] = []
    private var depth = 0
    /// A container has been opened and nothing has followed yet.
    private var isAfterOpening = false

    mutating func write(_ byte: UInt8) {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): break
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        beginValue()
        bytes.append(byte)
        depth += 1
        isAfterOpening = true
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth = max(depth - 1, 0)
        if !isAfterOpening { breakLine() }
        isAfterOpening = false
        bytes.append(byte)
      case UInt8(ascii: ","):
        bytes.append(byte)
        breakLine()
      case UInt8(ascii: ":"): bytes += ": ".utf8
      default:
        beginValue()
        bytes.append(byte)
      }
    }

    /// - Returns: where it ends.
    mutating func copyString(_ json: [UInt8], from start: Int) -> Int {
      beginValue()
      var end = start + 1
      while end < json.count, json[end] != UInt8(ascii: "\"") { end += json[end] == UInt8(ascii: "\\") ? 2 : 1 }
      end = min(end + 1, json.count)
      let string = json[start..<end]
      // C1 begins with C2 in UTF-8.
      if !string.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 }) {
        bytes += string
        return end
      }
      for scalar in String(decoding: string, as: UTF8.self).unicodeScalars {
        if scalar.isControl { bytes += scalar.unicodeEscape.utf8 } else { bytes += String(scalar).utf8 }
      }
      return end
    }

    private mutating func beginValue() {
      guard isAfterOpening else { return }
      isAfterOpening = false
      breakLine()
    }

    private mutating func breakLine() {
      bytes.append(UInt8(ascii: "\n"))
      bytes += blanks[..<(2 * min(depth, deepestIndent))]
    }
  }
}
