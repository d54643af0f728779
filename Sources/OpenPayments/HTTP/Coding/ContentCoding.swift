import HTTPTypes

/// Undoes what `Content-Encoding` (RFC 9110 section 8.4) says was done to a body.
enum ContentCoding {
  /// More than this many on top of each other serve no honest purpose.
  private static let mostCodings = 3

  struct Decoded {
    /// Without its codings, and no more than the limit; as received where they can't be undone.
    var body: [UInt8]
    /// What came out on the way: of every coding before the last, and of one that broke all up to there.
    var layers: [[UInt8]] = []
    /// Why the body is as received.
    var problem: UnusableAnswer?
    /// Whether there was more than the limit.
    var isTooLarge = false
  }

  /// - Parameters:
  ///   - isWhole: false for a body that did not come to its end; then all that came of it is decoded.
  ///   - limit: the most bytes to decode.
  /// - Returns: nil if nothing was done to the body.
  static func decode(_ body: [UInt8], _ fields: HTTPFields, isWhole: Bool, limit: Int) -> Decoded? {
    let codings = codings(in: fields)
    guard !codings.isEmpty, !body.isEmpty else { return nil }
    var decoded = Decoded(body: body)
    guard codings.count <= mostCodings else {
      decoded.problem = .compressed(codings.joined(separator: ", "))
      return decoded
    }
    var layer = body
    for coding in codings.reversed() {
      guard let format = Inflation.Format(coding: coding) else {
        decoded.problem = .compressed(codings.joined(separator: ", "))
        return decoded
      }
      let (bytes, end) = Inflation.inflate(layer, format, limit: limit)
      decoded.layers.append(bytes)
      layer = bytes
      switch end {
      case .complete: continue
      case .cutShort where !isWhole && !bytes.isEmpty: continue
      case .cutShort: decoded.problem = .brokenCompression("\(format.rawValue), which ends too early")
      case .broken: decoded.problem = .brokenCompression(format.rawValue)
      case .tooLarge:
        decoded.isTooLarge = true
        decoded.body = decoded.layers.removeLast()
      }
      return decoded
    }
    decoded.body = decoded.layers.removeLast()
    return decoded
  }

  /// What comes of bytes that are compressed whatever is said of them, and of what comes of that: told by how they begin.
  static func hidden(in bytes: [UInt8], limit: Int) -> [[UInt8]] {
    var layers: [[UInt8]] = []
    var layer = bytes
    while layers.count < 8, let format = Inflation.Format(beginningOf: layer) {
      (layer, _) = Inflation.inflate(layer, format, limit: limit)
      layers.append(layer)
    }
    return layers
  }

  /// In the order in which they were applied.
  static func codings(in fields: HTTPFields) -> [String] {
    fields[values: .contentEncoding].flatMap { $0.split(separator: ",") }
      .map { $0.lowercased().filter { !$0.isWhitespace } }.filter { !$0.isEmpty && $0 != "identity" }
  }
}
