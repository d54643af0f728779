import HTTPTypes
import OpenPayments
import OpenPaymentsSandbox

/// Carries requests to the platform in this process.
struct SandboxTransport: HTTPTransport {
  let platform: SandboxPlatform

  func send(_ request: HTTPRequest, body: [UInt8], bodyLimit: Int) async throws(TransportFailure) -> TransportAnswer {
    let response = platform.respond(to: request, body: body)
    return TransportAnswer(response: response.head, body: response.body)
  }
}

extension OpenPaymentsClient {
  /// A client of the platform in this process.
  static func sandbox(
    _ dialect: Dialect, transport: (any HTTPTransport)? = nil,
    configure: (inout Configuration) -> Void = { _ in }
  ) throws -> OpenPaymentsClient {
    let base = try BaseURL("http://127.0.0.1:4711")
    let builtIn = SandboxCredentials.builtIn
    var configuration = Configuration(
      auth: base, api: base,
      credentials: Credentials(
        clientID: builtIn.clientID, clientSecret: Secret(builtIn.clientSecret), scopes: dialect.defaultScopes),
      dialect: dialect)
    configure(&configuration)
    return OpenPaymentsClient(configuration, transport: transport ?? SandboxTransport(platform: SandboxPlatform()))
  }
}
