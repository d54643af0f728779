import HTTPTypes
import JSONText

/// The body of an answer on its way into a record: undone is what was done to it to send it, its secrets are masked.
struct AnswerBody {
  /// Decompressed; as received where that can't be done.
  let bytes: [UInt8]
  private let received: [UInt8]
  private let decoded: ContentCoding.Decoded?
  private let scanner: JSONScanner?

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
    decoded = answer.flatMap {
      ContentCoding.decode($0.body, $0.response.headerFields, isWhole: isWhole, limit: limit)
    }
    bytes = decoded?.body ?? received
  }

  func masked(by masking: Masking, _ operation: Operation, status: Int?) -> Kept {
    guard operation != .token else {
      return Kept(bytes: masking.tokenAnswer(bytes, status: status, isDecoded: problem == nil))
    }
    func hasSecret(_ bytes: [UInt8]) -> Bool { masking(bytes, shortest: Masking.shortestInText) != bytes }
    // What can't be searched for secrets is kept only where there are none.
    let isClean = !(decoded?.layers.contains(where: hasSecret) ?? false)
    guard problem == nil || isClean && !operation.tellsSecrets else { return Kept() }
    let masked = masking(bytes, shortest: Masking.shortestInText)
    let keepsEncoded = decoded != nil && problem == nil && masked == bytes && isClean && !hasSecret(received)
    return Kept(bytes: masked, encoded: keepsEncoded ? received : nil, document: document(masked))
  }

  /// What was found while the body came is good only if nothing in it was changed since.
  private func document(_ body: [UInt8]) -> JSONDocument? {
    guard !body.isEmpty else { return nil }
    let document = (body == received ? scanner : nil).map { JSONDocument(body, scannedBy: $0) } ?? JSONDocument(body)
    return document.root == nil ? nil : document
  }
}

extension Operation {
  /// Whether an answer may hold secrets that are not known before it is read.
  fileprivate var tellsSecrets: Bool { [.token, .portal, .signIn].contains(self) }
}
