import HTTPTypes
import OpenPayments
import OpenPaymentsSandbox
import PortalClient
import Synchronization

/// A sandbox in this process, its portal's client, and what that recorded.
final class Surroundings: Sendable {
  let base: BaseURL
  let portal: Portal
  private let platform: SandboxPlatform
  private let recorded: Recorded

  private final class Recorded: Sendable {
    let exchanges = Mutex<[Exchange]>([])
  }

  /// - Parameter change: what becomes of the platform's answers before they arrive.
  init(change: @escaping AnswerChange = { $1 }) throws {
    let platform = SandboxPlatform()
    let recorded = Recorded()
    base = try BaseURL("http://127.0.0.1:4711")
    portal = Portal(
      at: base, transport: PlatformTransport(platform: platform, change: change),
      onExchange: { exchange in recorded.exchanges.withLock { $0.append(exchange) } })
    (self.platform, self.recorded) = (platform, recorded)
  }

  var exchanges: [Exchange] { recorded.exchanges.withLock { $0 } }

  /// Everything that was recorded, as text.
  var recordedText: String {
    exchanges.map { exchange in
      let fields = exchange.request.headerFields.map(\.value) + (exchange.response?.headerFields.map(\.value) ?? [])
      return
        ([exchange.url] + fields + [exchange.requestBody, exchange.body].map { String(decoding: $0, as: UTF8.self) })
        .joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  func client(_ application: NewApplication, scopes: [String]) -> OpenPaymentsClient {
    OpenPaymentsClient(
      .init(auth: base, api: base, credentials: application.credentials(scopes), dialect: .psd2),
      transport: PlatformTransport(platform: platform))
  }

  func register(
    redirectURIs: [String] = ["http://localhost:8080/"], scopes: [String] = ["openid", "email", "aspspinformation"]
  ) async throws -> NewApplication {
    try await portal.register(.init(name: "Till", redirectURIs: redirectURIs, scopes: scopes))
  }
}

extension NewApplication {
  func credentials(_ scopes: [String]) -> Credentials {
    Credentials(clientID: application.clientID, clientSecret: secret, scopes: scopes)
  }
}

typealias AnswerChange = @Sendable (HTTPRequest, TransportAnswer) -> TransportAnswer

private struct PlatformTransport: HTTPTransport {
  let platform: SandboxPlatform
  var change: AnswerChange = { $1 }

  func send(_ request: HTTPRequest, body: [UInt8], bodyLimit: Int) async throws(TransportFailure) -> TransportAnswer {
    let response = platform.respond(to: request, body: body)
    return change(request, TransportAnswer(response: response.head, body: response.body))
  }
}
