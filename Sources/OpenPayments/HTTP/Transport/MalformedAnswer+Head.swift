import NIOHTTP1

extension MalformedAnswer {
  /// What the parser met in a body's chunks or behind them.
  init?(body error: HTTPParserError) {
    self.init(error == .invalidHeaderToken ? .trailer : .chunk)
  }

  /// Looks for what made the parser stop.
  ///
  /// - Returns: nil if it is not HTTP at all.
  init?(_ head: ReceivedHead, _ error: HTTPParserError) {
    guard let first = head.lines.first, first.bytes.starts(with: "HTTP/".utf8) else { return nil }
    let found = error == .headerOverflow ? Self.overflow(head) : Self.firstFault(head)
    self = found ?? MalformedAnswer(.other)
  }

  private static func overflow(_ head: ReceivedHead) -> MalformedAnswer? {
    for (number, line) in zip(2..., head.lines.dropFirst()) {
      guard number <= mostFields + 1 else { return MalformedAnswer(.tooManyFields) }
      let name = line.bytes.prefix { $0 != .colon }
      let value = line.bytes.dropFirst(name.count + 1).drop { $0 == .blank || $0 == .tab }
      if max(name.count, value.count) > longestField {
        return MalformedAnswer(.fieldTooLong, line: number, text: excerpt(name))
      }
    }
    return MalformedAnswer(.headTooLong)
  }

  private static func firstFault(_ head: ReceivedHead) -> MalformedAnswer? {
    var length: String?
    var isCoded = false
    for (number, line) in zip(1..., head.lines) {
      if let fault = number == 1 ? statusFault(line.bytes) : fieldFault(line, number) { return fault }
      if line.bytes.contains(.carriageReturn) {
        return MalformedAnswer(.bareCarriageReturn, line: number)
      }
      if line.end == .bareLineFeed { return MalformedAnswer(.bareLineFeed, line: number) }
      guard number > 1 else { continue }
      let name = excerpt(line.bytes.prefix { $0 != .colon }).lowercased()
      let value = excerpt(line.bytes.drop { $0 != .colon }.dropFirst().drop { $0 == .blank })
      if name == "content-length" {
        if let length {
          let lengths = value.isEmpty ? length : "\(length) and \(value)"
          return MalformedAnswer(.twoLengths, line: number, text: lengths)
        }
        if Int(value) == nil || !value.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
          return MalformedAnswer(.length, line: number, text: value)
        }
        length = value
      }
      if name == "transfer-encoding" { isCoded = true }
      if isCoded, length != nil { return MalformedAnswer(.lengthAndCoding, line: number) }
    }
    return head.isProperlyEnded ? nil : MalformedAnswer(.bareLineFeed, line: head.lines.count + 1)
  }

  private static func statusFault(_ line: ArraySlice<UInt8>) -> MalformedAnswer? {
    let version = line.prefix { $0 != .blank }
    guard ["HTTP/1.0", "HTTP/1.1"].contains(String(decoding: version, as: UTF8.self)) else {
      return MalformedAnswer(.version, line: 1, text: excerpt(version))
    }
    let status = line[version.endIndex...].dropFirst().prefix { $0 != .blank }
    guard status.count == 3, status.allSatisfy({ (0x30...0x39).contains($0) }), status.first != 0x30 else {
      return MalformedAnswer(.status, line: 1, text: excerpt(status))
    }
    return nil
  }

  private static func fieldFault(_ line: ReceivedHead.Line, _ number: Int) -> MalformedAnswer? {
    let bytes = line.bytes
    if bytes.first == .blank || bytes.first == .tab { return MalformedAnswer(.folded, line: number) }
    let name = bytes.prefix { $0 != .colon }
    let text = excerpt(name)
    if name.isEmpty { return MalformedAnswer(.noName, line: number) }
    if name.count == bytes.count, line.end != .missing { return MalformedAnswer(.noColon, line: number, text: text) }
    if name.count < bytes.count, name.last == .blank || name.last == .tab {
      return MalformedAnswer(.blankBeforeColon, line: number, text: text)
    }
    if !name.allSatisfy({ $0.isOfToken }) { return MalformedAnswer(.name, line: number, text: text) }
    let isControl = { (byte: UInt8) in byte < 0x20 && byte != .tab && byte != .carriageReturn || byte == 0x7F }
    return bytes.contains(where: isControl) ? MalformedAnswer(.control, line: number, text: text) : nil
  }

  /// Whole, since a piece of a secret could not be told from other text where it is masked.
  private static func excerpt(_ bytes: ArraySlice<UInt8>) -> String {
    var text = ReceivedHead.text(bytes.prefix(longestField))
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text
  }
}

extension UInt8 {
  fileprivate static let colon = UInt8(ascii: ":")
  fileprivate static let blank = UInt8(ascii: " ")
  fileprivate static let tab = UInt8(ascii: "\t")
  fileprivate static let carriageReturn = UInt8(ascii: "\r")

  /// Whether it may stand in a field's name.
  fileprivate var isOfToken: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "!#$%&'*+-.^_`|~".utf8.contains(self)
    }
  }
}
