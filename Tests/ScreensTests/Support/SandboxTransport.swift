import Crypto
import FoundationEssentials
import HTTPTypes
import OpenPayments
import Synchronization

@testable import OpenPaymentsSandbox

/// Carries requests to the platform in this process, unless it is told what else to answer.
final class SandboxTransport: HTTPTransport {
  /// With a key and ids of its own, so that pictures of tokens are always the same.
  private let platform = SandboxPlatform(
    signingKey: SigningKey(fixedKey ?? P256.Signing.PrivateKey()), now: { Date(timeIntervalSince1970: 1_800_000_000) },
    newID: { UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)) })
  private static let fixedKey = try? P256.Signing.PrivateKey(rawRepresentation: [UInt8](1...32))
  private let answers: [String: SandboxAnswer]

  static var fixed: SandboxTransport { SandboxTransport() }

  /// - Parameter answers: by the path's last segment without its query.
  init(_ answers: [String: SandboxAnswer] = [:]) { self.answers = answers }

  func send(_ request: HTTPRequest, body: [UInt8], bodyLimit: Int) async throws(TransportFailure) -> TransportAnswer {
    let path = request.path?.prefix { $0 != "?" } ?? ""
    if let answer = answers[String(path.split(separator: "/").last ?? "")] {
      var fields: HTTPFields = [.contentType: answer.type]
      fields[.contentEncoding] = answer.coding
      return TransportAnswer(
        response: HTTPResponse(status: answer.status, headerFields: fields),
        httpVersion: "HTTP/1.1",
        body: answer.isUTF16
          ? answer.body.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } : Array(answer.body.utf8))
    }
    let response = platform.respond(to: request, body: body)
    return TransportAnswer(response: response.head, httpVersion: "HTTP/1.1", body: response.body)
  }
}

struct SandboxAnswer: Sendable {
  var status = HTTPResponse.Status.ok
  var type = "application/json"
  var coding: String?
  var isUTF16 = false
  let body: String
}
