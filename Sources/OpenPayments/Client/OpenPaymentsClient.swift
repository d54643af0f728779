public import FoundationEssentials
import HTTPTypes
import JSONText

/// The client of the Open Payments platform.
///
/// It gets its tokens by itself and shares them among all its calls; make one for each set of credentials and keep it.
/// Every call throws ``OpenPaymentsError`` and nothing else.
public final class OpenPaymentsClient: Sendable {
  /// Where and as whom to call.
  public struct Configuration: Sendable {
    /// `{auth}`, to which `/connect/token` is appended.
    public var auth: BaseURL
    /// `{api}`, to which the endpoints' paths are appended; without `/psd2`.
    public var api: BaseURL
    public var credentials: Credentials
    public var dialect: Dialect
    /// The most bytes of one answer, 64 MiB unless told otherwise.
    public var bodyLimit = 64 * 1024 * 1024
    /// Told of every call, also failed ones and those of the token endpoint. Called from any thread; must not block.
    public var onExchange: @Sendable (Exchange) -> Void = { _ in }
    /// Told whenever the token's state changes. Called from any thread; must not block.
    public var onTokenStatus: @Sendable (TokenStatus) -> Void = { _ in }

    public init(auth: BaseURL, api: BaseURL, credentials: Credentials, dialect: Dialect) {
      self.auth = auth
      self.api = api
      self.credentials = credentials
      self.dialect = dialect
    }
  }

  public let configuration: Configuration
  private let caller: Caller
  private let tokens: TokenProvider

  /// - Parameter newID: makes exchange ids, which psd2 calls also carry as `X-Request-ID`.
  public init(
    _ configuration: Configuration, transport: any HTTPTransport, time: TimeSource = .system,
    newID: @escaping @Sendable () -> UUID = { UUID() }
  ) {
    self.configuration = configuration
    let recorder = ExchangeRecorder(
      transport: transport, time: time, bodyLimit: configuration.bodyLimit, onExchange: configuration.onExchange)
    caller = Caller(recorder: recorder, newID: newID)
    tokens = TokenProvider(
      auth: configuration.auth, credentials: configuration.credentials, dialect: configuration.dialect,
      caller: caller, onStatus: configuration.onTokenStatus)
  }

  /// A token that is good now, fetched if need be.
  public func token() async throws(OpenPaymentsError) -> AccessToken {
    try await tokens.token()
  }

  /// Calls one operation. A 401 drops the token and the call is made once more with a new one.
  public func send<Value>(_ endpoint: Endpoint<Value>) async throws(OpenPaymentsError) -> Answer<Value> {
    let token = try await tokens.token()
    let first = try await call(endpoint, token)
    guard first.exchange.status == 401, first.exchange.failure == nil else {
      return try answer(endpoint, first, token)
    }
    await tokens.drop(token)
    let newToken = try await tokens.token()
    let second = try await call(endpoint, newToken, after: first.exchange)
    return try answer(endpoint, second, newToken, earlier: [first.exchange])
  }

  private func call<Value>(
    _ endpoint: Endpoint<Value>, _ token: AccessToken, after previous: Exchange? = nil
  ) async throws(OpenPaymentsError) -> ExchangeRecorder.Recorded {
    guard !Task.isCancelled else { throw OpenPaymentsError(.cancelled, operation: endpoint.operation) }
    let secret = configuration.credentials.clientSecret
    return await caller.send(after: previous) { id, previousTry in
      .init(endpoint, api: configuration.api, token: token, secret: secret, id: id, previousTry: previousTry)
    }
  }

  private func answer<Value>(
    _ endpoint: Endpoint<Value>, _ recorded: ExchangeRecorder.Recorded, _ token: AccessToken, earlier: [Exchange] = []
  ) throws(OpenPaymentsError) -> Answer<Value> {
    let secrets = [token.value, configuration.credentials.clientSecret]
    if let error = OpenPaymentsError(recorded, secrets: secrets) { throw error }
    do {
      let value = try endpoint.decode(ReadableAnswer(recorded).root())
      return Answer(value, exchange: recorded.exchange, earlier: earlier)
    } catch {
      throw OpenPaymentsError(
        .unusable(error), operation: endpoint.operation, exchange: recorded.exchange,
        words: PlatformWords(body: recorded.body, masking: Masking(secrets)))
    }
  }
}
