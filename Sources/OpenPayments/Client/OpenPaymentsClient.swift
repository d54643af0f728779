public import FoundationEssentials
public import HTTPTypes
import JSONText
public import Logging

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
    /// As whom to call, and for which scopes.
    public var credentials: Credentials
    /// Which form of the API the host speaks.
    public var dialect: Dialect
    /// The most bytes of one answer, 64 MiB unless told otherwise.
    public var bodyLimit = 64 * 1024 * 1024
    /// Whether psd2 calls ask for compressed answers. What comes compressed is read either way.
    public var asksForCompression = false
    /// A token is renewed this long before its end, but never before the last tenth of its life.
    public var tokenMargin: Duration = .seconds(60)
    /// Where tokens are kept beyond this client; nil keeps them in memory alone.
    public var tokenStore: (any TokenStore)?
    /// How often a call is made again that may succeed then.
    public var retry = RetryPolicy()
    /// The most calls under way at a time to one host; further ones wait for their turn.
    public var callsPerHost = 8
    /// Where a line for every call goes, without any secret; nowhere unless told. Calls answered well are `debug`, others
    /// `notice`.
    public var logger = Logger(label: "OpenPayments") { _ in SwiftLogNoOpLogHandler() }
    /// Told of every call, also failed ones and those of the token endpoint. Called from any thread; must not block.
    public var onExchange: @Sendable (Exchange) -> Void = { _ in }
    /// Told whenever the token's state changes. Called from any thread; must not block.
    public var onTokenStatus: @Sendable (TokenStatus) -> Void = { _ in }
    /// Told of every token that comes or goes and of every one that could not be had, before ``onTokenStatus``; nil looks
    /// into no token. Called from any thread; must not block.
    public var onTokenEvent: (@Sendable (TokenEvent) -> Void)?
    /// Told when a failed call begins to wait for its next try, and when the wait is over. Called from any thread; must
    /// not block.
    public var onRetry: @Sendable (RetryEvent) -> Void = { _ in }

    /// Where to call, as whom, in which dialect; everything else as it is unless set.
    public init(auth: BaseURL, api: BaseURL, credentials: Credentials, dialect: Dialect) {
      self.auth = auth
      self.api = api
      self.credentials = credentials
      self.dialect = dialect
    }
  }

  /// What the client was made with.
  public let configuration: Configuration
  let caller: Caller
  let tokens: TokenProvider
  private let onReceived: ReceivedBytes

  /// - Parameters:
  ///   - newID: makes exchange ids, which psd2 calls also carry as `X-Request-ID`.
  ///   - random: from 0 up to 1; spreads the waits before calls that are made again.
  public init(
    _ configuration: Configuration, transport: any HTTPTransport, time: TimeSource = .system,
    newID: @escaping @Sendable () -> UUID = { UUID() },
    random: @escaping @Sendable () -> Double = { .random(in: 0..<1) }
  ) {
    self.configuration = configuration
    let recorder = ExchangeRecorder(
      transport: transport, gate: HostGate(limit: configuration.callsPerHost), time: time,
      bodyLimit: configuration.bodyLimit, logger: configuration.logger, onExchange: configuration.onExchange)
    caller = Caller(
      recorder: recorder, pause: RetryPause(time: time), policy: configuration.retry, newID: newID, random: random,
      onRetry: configuration.onRetry)
    let source = TokenSource(
      auth: configuration.auth, credentials: configuration.credentials, dialect: configuration.dialect,
      margin: configuration.tokenMargin, store: configuration.tokenStore, caller: caller)
    onReceived = { _, _ in }
    tokens = TokenProvider(
      source, time: time, onStatus: configuration.onTokenStatus, onEvent: configuration.onTokenEvent)
  }

  private init(_ other: OpenPaymentsClient, onReceived: @escaping ReceivedBytes) {
    (configuration, caller, tokens) = (other.configuration, other.caller, other.tokens)
    self.onReceived = onReceived
  }

  /// The same client, tokens and all, which also tells of every call how much of the answer has come.
  ///
  /// - Parameter onReceived: must not block.
  public func telling(_ onReceived: @escaping ReceivedBytes) -> OpenPaymentsClient {
    OpenPaymentsClient(self, onReceived: onReceived)
  }

  /// A token that is good now, fetched if need be. When the token endpoint has named a time to come back, no call is made
  /// before: until then what it said is thrown again.
  public func token() async throws(OpenPaymentsError) -> AccessToken {
    try await tokens.token()
  }

  /// A new token in place of the one there is, which is forgotten first (``forgetToken()``). It is asked for whatever time
  /// the token endpoint has named to come back.
  public func renewToken() async throws(OpenPaymentsError) -> AccessToken {
    await forgetToken()
    await tokens.endRest()
    return try await token()
  }

  /// Drops the token, also from the ``TokenStore``; the next call fetches another. Calls under way keep theirs.
  ///
  /// - Returns: why the store still has it; nil if it hasn't. This client doesn't use it any more, either way.
  @discardableResult
  public func forgetToken() async -> (any Error)? { await tokens.forget() }

  /// Lets calls that wait to be made again go out now.
  public func retryNow() { caller.pause.endAll() }

  /// Calls one operation, again where that may help (``RetryPolicy``). A 401 drops the token, and the call is made once
  /// more with a new one.
  public func send<Value>(_ endpoint: Endpoint<Value>) async throws(OpenPaymentsError) -> Answer<Value> {
    try answer(endpoint, try await recorded(endpoint))
  }

  /// Calls any path of the API by GET and brings back the exchange, whatever status and form the answer has. Tokens and
  /// tries are those of ``send(_:)``.
  ///
  /// - Parameters:
  ///   - path: below the API's base URL, with the query; what can't stand in a request line is percent-encoded.
  ///   - fields: header fields that replace or follow those of the dialect. `Authorization`, `Host` and the framing are
  ///     the client's.
  ///   - fieldsAreComplete: whether `fields` stand in place of all of the dialect's. psd2 calls carry an `X-Request-ID`
  ///     all the same, a new one where `fields` have none.
  ///   - bodyLimit: the most bytes of the answer; nil for the configuration's.
  ///   - onReceived: is told how much of the answer has come; must not block.
  /// - Throws: when no token was to be had or no whole answer came.
  public func get(
    _ path: String, fields: HTTPFields = [:], fieldsAreComplete: Bool = false, bodyLimit: Int? = nil,
    onReceived: @escaping ReceivedBytes = { _, _ in }
  ) async throws(OpenPaymentsError) -> Exchange {
    let endpoint = Endpoint(
      get: path, configuration.dialect, fields: fields, fieldsAreComplete: fieldsAreComplete, bodyLimit: bodyLimit,
      onReceived: onReceived)
    let recorded = try await recorded(endpoint)
    if recorded.exchange.failure != nil, let error = OpenPaymentsError(recorded) { throw error }
    return recorded.exchange
  }

  private func recorded<Value>(
    _ endpoint: Endpoint<Value>
  ) async throws(OpenPaymentsError) -> ExchangeRecorder.Recorded {
    var retry = Retry(configuration.retry)
    let first = try await call(endpoint, &retry)
    guard first.exchange.status == 401, first.exchange.failure == nil, let rejected = first.token else { return first }
    await tokens.drop(rejected)
    return try await call(endpoint, &retry, after: first.exchange)
  }

  private func call<Value>(
    _ endpoint: Endpoint<Value>, _ retry: inout Retry, after previous: Exchange? = nil
  ) async throws(OpenPaymentsError) -> ExchangeRecorder.Recorded {
    let (tokens, caller) = (tokens, caller)
    let (api, secret) = (configuration.api, configuration.credentials.clientSecret)
    let isCompressed = configuration.asksForCompression
    let endpoint = endpoint.telling(onReceived)
    return try await caller.send(endpoint.operation, retry: &retry, after: previous) {
      (previousTry) async throws(OpenPaymentsError) in
      let token = try await tokens.token()
      return .init(
        endpoint, api: api, token: token, secret: secret, compressed: isCompressed, id: caller.newID(),
        previousTry: previousTry)
    }
  }

  private func answer<Value>(
    _ endpoint: Endpoint<Value>, _ recorded: ExchangeRecorder.Recorded
  ) throws(OpenPaymentsError) -> Answer<Value> {
    if let error = OpenPaymentsError(recorded) { throw error }
    do {
      let value = try endpoint.decode(ReadableAnswer(recorded).root())
      return Answer(value, exchange: recorded.exchange, earlier: recorded.exchange.earlierTries)
    } catch {
      throw OpenPaymentsError(
        .unusable(error), operation: endpoint.operation, exchange: recorded.exchange,
        words: PlatformWords(body: recorded.body, masking: recorded.masking))
    }
  }
}
