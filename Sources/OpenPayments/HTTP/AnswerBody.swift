import HTTPTypes
import JSONText

/// The body of an answer on its way into a record: undone is what was done to it to send it, its secrets are masked.
struct AnswerBody {
  /// Decompressed; as received where that can't be done.
  let bytes: [UInt8]
  private let decodedText: DecodedText?
  private let received: [UInt8]
  private let decoded: ContentCoding.Decoded?
  private let scanner: JSONScanner?
  private let limit: Int

  /// In UTF-8, from whatever character set.
  var text: [UInt8] { decodedText?.bytes ?? bytes }
  /// Why the bytes are still those received.
  var problem: UnusableAnswer? { decoded?.problem }
  var isTooLarge: Bool { decoded?.isTooLarge ?? false }

  /// What of it is recorded.
  struct Kept {
    /// Nil where nothing may be.
    var bytes: [UInt8]?
    /// As received, where that is something else.
    var encoded: [UInt8]?
    var document: JSONDocument?
  }

  /// - Parameter isWhole: whether all of it came.
  init(_ answer: TransportAnswer?, isWhole: Bool, limit: Int) {
    received = answer?.body ?? []
    scanner = answer?.scanner
    self.limit = limit
    decoded = answer.flatMap {
      ContentCoding.decode($0.body, $0.response.headerFields, isWhole: isWhole, limit: limit)
    }
    bytes = decoded?.body ?? received
    decodedText = DecodedText(bytes, answer?.response.headerFields)
  }

  func masked(by masking: Masking, _ operation: Operation, status: Int?) -> Kept {
    guard operation != .token else {
      return Kept(bytes: masked { masking.tokenAnswer($0, status: status, isDecoded: problem == nil) })
    }
    func mask(_ bytes: [UInt8]) -> [UInt8] { masking(bytes, shortest: Masking.shortestInText) }
    func hasSecret(_ bytes: [UInt8]) -> Bool { mask(bytes) != bytes }
    let hidden = ([bytes] + (decoded?.layers ?? [])).lazy.flatMap { ContentCoding.hidden(in: $0, limit: limit) }
    if hidden.contains(where: hasSecret) { return Kept() }
    // What can't be searched for secrets is kept only where there are none.
    let isClean = !(decoded?.layers.contains(where: hasSecret) ?? false)
    guard problem == nil || isClean && !operation.tellsSecrets else { return Kept() }
    var masked = masked(mask) ?? []
    // What is said to be in one character set may be in another.
    if decodedText != nil { masked = mask(masked) }
    let keepsEncoded = decoded != nil && problem == nil && masked == bytes && isClean && !hasSecret(received)
    return Kept(bytes: masked, encoded: keepsEncoded ? received : nil, document: document(masked))
  }

  /// - Parameter mask: is given the text, and brings nil where nothing of it may be kept.
  private func masked(_ mask: ([UInt8]) -> [UInt8]?) -> [UInt8]? {
    mask(text).map { $0 == text ? bytes : decodedText?.body(with: $0) ?? $0 }
  }

  /// What was found while the body came is good only if nothing in it was changed since.
  private func document(_ body: [UInt8]) -> JSONDocument? {
    guard !body.isEmpty, decodedText == nil else { return nil }
    let document = (body == received ? scanner : nil).map { JSONDocument(body, scannedBy: $0) } ?? JSONDocument(body)
    return document.root == nil ? nil : document
  }
}

extension Operation {
  /// Whether an answer may hold secrets that are not known before it is read.
  fileprivate var tellsSecrets: Bool { [.token, .portal, .signIn].contains(self) }
}
