import FoundationEssentials
import HTTPTypes
import OpenPayments
import OpenPaymentsSandbox
import Synchronization

/// Carries requests to the platform in this process, unless it is told what else to answer.
final class SandboxTransport: HTTPTransport {
  private let platform = SandboxPlatform(now: { Date(timeIntervalSince1970: 1_800_000_000) })
  private let answers: [String: SandboxAnswer]

  static var fixed: SandboxTransport { SandboxTransport() }

  /// - Parameter answers: by the path's last segment without its query.
  init(_ answers: [String: SandboxAnswer] = [:]) { self.answers = answers }

  func send(_ request: HTTPRequest, body: [UInt8], bodyLimit: Int) async throws(TransportFailure) -> TransportAnswer {
    let path = request.path?.prefix { $0 != "?" } ?? ""
    if let answer = answers[String(path.split(separator: "/").last ?? "")] {
      return TransportAnswer(
        response: HTTPResponse(status: answer.status, headerFields: [.contentType: answer.type]),
        body: Array(answer.body.utf8))
    }
    let response = platform.respond(to: request, body: body)
    return TransportAnswer(response: response.head, body: response.body)
  }
}

struct SandboxAnswer: Sendable {
  var status = HTTPResponse.Status.ok
  var type = "application/json"
  let body: String
}
