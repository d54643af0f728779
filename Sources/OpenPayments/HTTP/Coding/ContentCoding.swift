import HTTPTypes

/// Undoes what `Content-Encoding` (RFC 9110 section 8.4) says was done to a body.
enum ContentCoding {
  /// More than this many on top of each other serve no honest purpose.
  private static let mostCodings = 3

  struct Decoded {
    /// All that could be decoded, and no more than the limit; as received if the coding is unknown.
    var body: [UInt8]
    /// Why that is not the whole of it.
    var problem: UnusableAnswer?
  }

  /// - Parameter limit: the most bytes to decode.
  /// - Returns: nil if nothing was done to the body.
  static func decode(_ body: [UInt8], _ fields: HTTPFields, limit: Int) -> Decoded? {
    let codings = fields[values: .contentEncoding].flatMap { $0.split(separator: ",") }
      .map { $0.lowercased().filter { !$0.isWhitespace } }.filter { !$0.isEmpty && $0 != "identity" }
    guard !codings.isEmpty, !body.isEmpty else { return nil }
    let formats = codings.compactMap { Inflation.Format(coding: $0) }
    guard formats.count == codings.count, codings.count <= mostCodings else {
      return Decoded(body: body, problem: .compressed(codings.joined(separator: ", ")))
    }
    var decoded = Decoded(body: body)
    for format in formats.reversed() {
      let (bytes, end) = Inflation.inflate(decoded.body, format, limit: limit)
      decoded.body = bytes
      switch end {
      case .complete: continue
      case .tooLarge: decoded.problem = .tooLarge(limit: limit)
      case .broken: decoded.problem = .brokenCompression(format.rawValue)
      case .cutShort: decoded.problem = .brokenCompression("\(format.rawValue), which ends too early")
      }
      return decoded
    }
    return decoded
  }
}
