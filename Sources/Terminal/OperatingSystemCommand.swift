/// What a terminal says after `ESC ]`, such as `11;rgb:1010/1515/1c1c` when asked for its background (xterm's OSC).
struct OperatingSystemCommand {
  private let number: Int
  private let text: Substring

  init?(_ bytes: [UInt8]) {
    let parts = Substring(decoding: bytes, as: UTF8.self).split(separator: ";", maxSplits: 1)
    guard parts.count == 2, let number = Int(parts[0]) else { return nil }
    (self.number, text) = (number, parts[1])
  }

  var background: RGB? {
    guard number == 11, let colon = text.firstIndex(of: ":"), ["rgb", "rgba"].contains(text[..<colon]) else {
      return nil
    }
    let channels = text[colon...].dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    let values = channels.compactMap(Self.channel)
    guard values.count == channels.count, values.count == text[..<colon].count else { return nil }
    return RGB(red: values[0], green: values[1], blue: values[2])
  }

  /// One to four hexadecimal digits, all of them `f` being full.
  private static func channel(_ digits: Substring) -> UInt8? {
    guard (1...4).contains(digits.count), digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16) else {
      return nil
    }
    return UInt8(value * 255 / (1 << (4 * UInt32(digits.count)) - 1))
  }
}
