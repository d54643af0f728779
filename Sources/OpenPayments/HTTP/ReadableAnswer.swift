import HTTPTypes
import JSONText

/// A complete answer with a good status, about to be read as JSON.
struct ReadableAnswer {
  /// Twice what a hundred thousand complete ASPSPs take.
  private static let mostValues = 6_000_000
  private let recorded: ExchangeRecorder.Recorded

  init(_ recorded: ExchangeRecorder.Recorded) { self.recorded = recorded }

  func root() throws(UnusableAnswer) -> JSONValue {
    let fields = recorded.exchange.response?.headerFields ?? [:]
    if let problem = recorded.exchange.codingProblem { throw problem }
    guard !recorded.body.isEmpty else { throw .empty }
    let known = recorded.exchange.document.flatMap { $0.bytes == recorded.body ? $0 : nil }
    let document = known ?? JSONDocument(recorded.body)
    guard let error = document.error else {
      guard document.nodeCount <= Self.mostValues else { throw .tooManyValues }
      guard let root = document.root else { throw .empty }
      return root
    }
    let type = fields[.contentType]
    let claimsJSON = type?.lowercased().contains("json") ?? true
    throw claimsJSON ? .brokenJSON(offset: error.offset, reason: error.reason.rawValue) : .notJSON(contentType: type)
  }
}
