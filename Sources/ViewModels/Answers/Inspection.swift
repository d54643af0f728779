import HTTPTypes
public import JSONText
public import OpenPayments

/// An exchange made ready to look at. Making one may read the whole body, so it is made away from the screen's thread.
///
/// A class, as every key hands some on: one reference rather than all that they hold.
public final class Inspection: Sendable, Equatable {
  public let exchange: Exchange
  /// The structure of the body's text; nil if it is not JSON.
  public let document: JSONDocument?
  /// In UTF-8.
  public let text: TextLines
  /// Where the text was in another character set; nil for UTF-8, and for what is no text.
  let decoded: DecodedText?
  /// What was to be done to show the body as text, or could not be done; nil where it is UTF-8.
  public let remark: String?
  /// Where a body that begins as JSON, or is said to be some, stops being it; nil if it doesn't.
  public let brokenPlace: BrokenPlace?
  let isBinary: Bool
  /// What the answer lists, and the positions in it at which there is nothing.
  private let list: JSONValue?
  private let gaps: [Int]

  public init(_ exchange: Exchange) {
    self.exchange = exchange
    let decoded = exchange.decodedText
    let bytes = decoded?.bytes ?? exchange.body
    let known = decoded == nil ? exchange.document : nil
    let document = known ?? (bytes.isEmpty ? nil : JSONDocument(bytes))
    let isJSON = document?.root.map { $0.kind == .object || $0.kind == .array || document?.error == nil } ?? false
    self.document = isJSON ? document : nil
    let root = isJSON ? document?.root : nil
    list = root?.kind == .array ? root : root?.members.first { $0.value.kind == .array }?.value
    gaps = list?.elements.enumerated().compactMap { $1.kind == .null ? $0 : nil } ?? []
    isBinary = !isJSON && bytes.prefix(4096).contains { $0 < 0x20 && !(0x08...0x0D).contains($0) && $0 != 0x1B }
    self.decoded = isBinary ? nil : decoded
    remark = isBinary ? nil : decoded?.remark ?? exchange.charsetRemark
    let text = TextLines(isBinary ? exchange.body : bytes)
    self.text = text
    let error = isJSON || exchange.claimsJSON ? document?.error : nil
    brokenPlace = error.map { BrokenPlace($0, in: text) }
  }

  /// The same call; what was received of a body doesn't change.
  public static func == (left: Inspection, right: Inspection) -> Bool { left.exchange === right.exchange }

  /// Whether one value comes after the other, as in JSON Lines; a tree would show the first alone.
  var holdsSeveralValues: Bool {
    guard let error = document?.error, error.reason == .expectedEnd, text.bytes.indices.contains(error.offset)
    else { return false }
    return [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(text.bytes[error.offset])
  }

  /// Where in the body the text's byte at an offset comes from.
  func byteOffset(ofText offset: Int) -> Int { decoded?.byteOffset(ofText: offset) ?? offset }
  func textOffset(ofByte offset: Int) -> Int { decoded?.textOffset(ofByte: offset) ?? offset }

  /// The item of the answer's list at a position among those that are not null. Takes no longer far down in a long list.
  func item(_ position: Int) -> JSONValue? {
    list?.child(at: gaps.reduce(position) { place, gap in gap <= place ? place + 1 : place })
  }
}

extension Exchange {
  /// Whether the server says that the body is JSON, or the name of the file does.
  fileprivate var claimsJSON: Bool {
    if isFile { return request.path?.lowercased().hasSuffix(".json") ?? false }
    return response?.headerFields[.contentType]?.lowercased().contains("json") ?? false
  }
}
