import FoundationEssentials
import JSONText

/// Gets tokens and keeps the current one: fetched on first need, shared by all callers, renewed when a call comes inside
/// the margin before its expiry, never by a timer.
///
/// A fetch serves everyone who waits for it, and goes on if one of them is cancelled. A failed fetch fails those callers
/// only; the next one tries again, but not before the time that the token endpoint asked for.
actor TokenProvider {
  /// After a failed renewal the old token serves at least this long before the next attempt.
  private static let renewalPause: Duration = .seconds(5)

  private let source: TokenSource
  private let time: TimeSource
  private let onStatus: @Sendable (TokenStatus) -> Void
  private let onEvent: (@Sendable (TokenEvent) -> Void)?

  private typealias Outcome = TokenSource.Outcome
  private var current: AccessToken?
  private var obtained = 0
  /// The token that the API refused last.
  private var rejected: Secret?
  /// No renewal before this time.
  private var nextRenewal: Duration = .zero
  /// That the token endpoint asked to be left alone, and until when.
  private var rest: (error: OpenPaymentsError, until: Duration)?
  /// Those who wait for the fetch under way; nil while there is none.
  private var waiting: [UUID: CheckedContinuation<Outcome, Never>]?

  init(
    _ source: TokenSource, time: TimeSource, onStatus: @escaping @Sendable (TokenStatus) -> Void,
    onEvent: (@Sendable (TokenEvent) -> Void)? = nil
  ) {
    self.source = source
    self.time = time
    self.onStatus = onStatus
    self.onEvent = onEvent
  }

  /// A token that is good now: the current one, or a new one.
  func token() async throws(OpenPaymentsError) -> AccessToken {
    let now = time.elapsed()
    if let current, now < current.expiry {
      if now >= current.renewal, now >= nextRenewal { fetch() }
      return current
    }
    return try await waitForFetch().get()
  }

  /// Lets the next fetch go out, whatever the token endpoint asked for.
  func endRest() { rest = nil }

  /// Drops a token that the API refused, unless another has taken its place.
  func drop(_ refused: AccessToken) {
    rejected = refused.value
    guard current?.value == refused.value else { return }
    dropCurrent()
  }

  /// Drops the token that is there, also where it is stored. One that is being fetched is waited for first.
  ///
  /// - Returns: why it is still stored; nil if it isn't.
  func forget() async -> (any Error)? {
    if waiting != nil { _ = await waitForFetch() }
    // Another fetch may begin before the store is empty.
    if let current { rejected = current.value }
    dropCurrent()
    return await source.forget()
  }

  /// The token that a report is of; nil if another one has taken its place.
  func token(of report: TokenReport) -> AccessToken? {
    guard let current, self.report(of: current) == report else { return nil }
    return current
  }

  private func dropCurrent() {
    current = nil
    onEvent?(.dropped)
    onStatus(.none)
  }

  private func report(of token: AccessToken) -> TokenReport {
    TokenReport(token, askedScopes: source.credentials.scopes, renewals: obtained - 1)
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

  private static var cancelled: OpenPaymentsError { OpenPaymentsError(.cancelled, operation: .token) }

  /// Starts a fetch unless one is under way. Its task outlives every caller.
  private func fetch() {
    guard waiting == nil else { return }
    waiting = [:]
    onStatus(.fetching)
    let refusal = refusal
    Task { [source, rejected] in
      finish(await source.token(except: rejected, orFailWith: refusal), wasAsked: refusal == nil)
    }
  }

  /// What a fetch comes to without a call as long as the token endpoint wants to be left alone; nil if it doesn't.
  private var refusal: OpenPaymentsError? {
    guard let rest, time.elapsed() < rest.until else { return nil }
    return rest.error.told(at: time.now())
  }

  /// - Parameter wasAsked: whether the platform was, unless the store had a token.
  private func finish(_ outcome: Outcome, wasAsked: Bool) {
    let waiters = waiting ?? [:]
    waiting = nil
    switch outcome {
    case .success(let token):
      current = token
      obtained += 1
      if token.exchange != nil { rest = nil }
      if let onEvent { onEvent(.obtained(report(of: token))) }
      onStatus(.valid(until: token.expiresAt))
    case .failure(let error):
      let now = time.elapsed()
      if wasAsked {
        let delay = error.exchange?.retryDelay ?? .zero
        nextRenewal = now + max(Self.renewalPause, delay)
        rest = if case .tryLater(_?) = error.kind { (error, now + delay) } else { nil }
      }
      onEvent?(.failed(error))
      let stillGood = current.flatMap { now < $0.expiry ? $0 : nil }
      onStatus(stillGood.map { .valid(until: $0.expiresAt) } ?? (error.isRefusal ? .refused : .none))
    }
    for waiter in waiters.values { waiter.resume(returning: outcome) }
  }
}

extension OpenPaymentsError {
  fileprivate var isRefusal: Bool { kind == .credentialsRefused || kind == .scopeRefused || kind == .rejected }
}
