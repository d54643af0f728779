package import FoundationEssentials
import HTTPTypes
import JSONText
public import OpenPayments

extension Inspection {
  /// A file that was read, with no call behind it.
  package convenience init(file path: String, _ body: consuming BodyBuffer, at now: Date) {
    let scanner = body.scanner
    let bytes = body.takeBytes()
    let document = JSONDocument(bytes, scannedBy: scanner)
    self.init(
      Exchange(
        id: UUID(), operation: .get, startedAt: now,
        request: HTTPRequest(method: .get, scheme: Exchange.fileScheme, authority: nil, path: path), requestBody: [],
        response: nil, body: bytes, document: document.root == nil ? nil : document, failure: nil,
        timings: .init(head: nil, total: .zero), tokenExchange: nil))
  }
}

extension Exchange {
  static let fileScheme = "file"

  /// Whether this is a file and no call.
  public var isFile: Bool { request.scheme == Self.fileScheme }
}
