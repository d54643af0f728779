extension Unicode.Scalar {
  /// C0, DEL and C1: what a terminal could take as a command.
  var isControl: Bool { value < 0x20 || (0x7F..<0xA0).contains(value) }

  /// The `\uXXXX` escape of a scalar of the Basic Multilingual Plane.
  var unicodeEscape: String {
    let hex = String(value, radix: 16)
    return "\\u" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex
  }
}
