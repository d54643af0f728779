import NIOHTTP1

/// The head of an answer as it came, line by line, as far as it has come.
struct ReceivedHead {
  struct Line {
    /// Without its end.
    let bytes: ArraySlice<UInt8>
    let end: End

    /// How a line ends; the last one may not have come whole.
    enum End { case proper, bareLineFeed, missing }
  }

  /// The status line and the fields; line breaks before them don't count.
  private(set) var lines: [Line] = []
  /// How many bytes it takes, with the empty line at its end; one too many where it is too long.
  private(set) var count = 0
  /// Whether the empty line is one in HTTP's terms.
  private(set) var isProperlyEnded = true

  init(_ bytes: some Collection<UInt8>) {
    var rest = Array(bytes.prefix(MalformedAnswer.longestHead + 1))[...]
    while !rest.isEmpty {
      let lineFeed = rest.firstIndex(of: UInt8(ascii: "\n"))
      var line = rest[..<(lineFeed ?? rest.endIndex)]
      // The line feed behind may be all that has not come yet.
      let isProper = line.last == UInt8(ascii: "\r")
      if isProper { line.removeLast() }
      rest = rest[(lineFeed.map { $0 + 1 } ?? rest.endIndex)...]
      count = rest.startIndex
      if !line.isEmpty {
        lines.append(Line(bytes: line, end: isProper ? .proper : lineFeed == nil ? .missing : .bareLineFeed))
      } else if !lines.isEmpty {
        isProperlyEnded = isProper
        return
      }
    }
  }

  /// What stands behind the status; nil if no status line has come whole.
  var reason: String? {
    guard let line = lines.first, line.end != .missing, line.bytes.starts(with: "HTTP/".utf8) else { return nil }
    let blank = UInt8(ascii: " ")
    let status = line.bytes.drop { $0 != blank }.drop { $0 == blank }
    return Self.text(status.drop { $0 != blank }.dropFirst())
  }

  /// The header fields, in the order received.
  var fields: HTTPHeaders {
    HTTPHeaders(
      lines.dropFirst().map { line in
        let name = line.bytes.prefix { $0 != UInt8(ascii: ":") }
        let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        let value = line.bytes[name.endIndex...].dropFirst().drop(while: isBlank)
        return (Self.text(name), Self.text(value.reversed().drop(while: isBlank).reversed()[...]))
      })
  }

  /// UTF-8 where it is that, and ISO 8859-1, as it once was, where it isn't; controls as the symbols that stand for them.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    let visible = bytes.contains { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }
    let text = String(validating: bytes, as: UTF8.self) ?? String(String.UnicodeScalarView(bytes.map { .init($0) }))
    guard visible else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          switch scalar.value {
          case 0x00..<0x20 where scalar != "\t": Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
          case 0x7F: "\u{2421}"
          default: scalar
          }
        }))
  }
}
