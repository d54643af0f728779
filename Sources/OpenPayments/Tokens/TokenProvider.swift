import FoundationEssentials
import JSONText

/// Gets tokens and keeps the current one: fetched on first need, shared by all callers, renewed when a call comes inside
/// the margin before its expiry, never by a timer.
///
/// A fetch serves everyone who waits for it, and goes on if one of them is cancelled. A failed fetch fails those callers
/// only; the next one tries again.
actor TokenProvider {
  /// A token is renewed this long before its expiry, or in the last tenth of a short life.
  static let margin: Duration = .seconds(60)

  private let auth: BaseURL
  private let credentials: Credentials
  private let dialect: Dialect
  private let caller: Caller
  private let onStatus: @Sendable (TokenStatus) -> Void

  private typealias Outcome = Result<AccessToken, OpenPaymentsError>
  private var current: AccessToken?
  /// Those who wait for the fetch under way; nil while there is none.
  private var waiting: [UUID: CheckedContinuation<Outcome, Never>]?

  init(
    auth: BaseURL, credentials: Credentials, dialect: Dialect, caller: Caller,
    onStatus: @escaping @Sendable (TokenStatus) -> Void
  ) {
    self.auth = auth
    self.credentials = credentials
    self.dialect = dialect
    self.caller = caller
    self.onStatus = onStatus
  }

  /// A token that is good now: the current one, or a new one.
  func token() async throws(OpenPaymentsError) -> AccessToken {
    let now = time.elapsed()
    if let current, now < current.expiry {
      if now >= current.renewal { fetch() }
      return current
    }
    return try await waitForFetch().get()
  }

  /// Drops a token that the API refused, unless another has taken its place.
  func drop(_ rejected: AccessToken) {
    guard current?.value == rejected.value else { return }
    current = nil
    onStatus(.none)
  }

  private func waitForFetch() async -> Outcome {
    let waiter = UUID()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        guard !Task.isCancelled else { return continuation.resume(returning: .failure(Self.cancelled)) }
        fetch()
        waiting?[waiter] = continuation
      }
    } onCancel: {
      Task { await self.stopWaiting(waiter) }
    }
  }

  private func stopWaiting(_ waiter: UUID) {
    waiting?.removeValue(forKey: waiter)?.resume(returning: .failure(Self.cancelled))
  }

  private var time: TimeSource { caller.recorder.time }

  private static var cancelled: OpenPaymentsError { OpenPaymentsError(.cancelled, operation: .token) }

  /// Starts a fetch unless one is under way. Its task outlives every caller.
  private func fetch() {
    guard waiting == nil else { return }
    waiting = [:]
    onStatus(.fetching)
    Task { finish(await request()) }
  }

  private func finish(_ outcome: Outcome) {
    let waiters = waiting ?? [:]
    waiting = nil
    switch outcome {
    case .success(let token):
      current = token
      onStatus(.valid(until: token.expiresAt))
    case .failure(let error):
      let stillGood = current.flatMap { time.elapsed() < $0.expiry ? $0 : nil }
      onStatus(stillGood.map { .valid(until: $0.expiresAt) } ?? (error.isRefusal ? .refused : .none))
    }
    for waiter in waiters.values { waiter.resume(returning: outcome) }
  }

  private func request() async -> Outcome {
    let start = time.elapsed()
    let recorded = await caller.send { [auth, credentials, dialect] id, previousTry in
      .init(tokenFrom: auth, for: credentials, dialect: dialect, id: id, previousTry: previousTry)
    }
    let exchange = recorded.exchange
    if let error = OpenPaymentsError(recorded, secrets: [credentials.clientSecret]) { return .failure(error) }
    do {
      let answer = try TokenAnswer(ReadableAnswer(recorded).root())
      let margin = min(Self.margin, answer.lifetime / 10)
      return .success(
        AccessToken(
          value: Secret(answer.token), grantedScopes: answer.scopes, issuedAt: exchange.startedAt,
          expiresAt: exchange.startedAt.addingTimeInterval(answer.lifetime / .seconds(1)), exchange: exchange,
          renewal: start + answer.lifetime - margin, expiry: start + answer.lifetime))
    } catch {
      return .failure(OpenPaymentsError(.unusable(error), operation: .token, exchange: exchange))
    }
  }
}

extension OpenPaymentsError {
  fileprivate var isRefusal: Bool { kind == .credentialsRefused || kind == .scopeRefused || kind == .rejected }
}
