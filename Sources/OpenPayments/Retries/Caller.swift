import FoundationEssentials

/// Makes a call, again where that may help, and records every try.
struct Caller: Sendable {
  let recorder: ExchangeRecorder
  let pause: RetryPause
  let policy: RetryPolicy
  let newID: @Sendable () -> UUID
  /// From 0 up to 1.
  let random: @Sendable () -> Double
  let onRetry: @Sendable (RetryEvent) -> Void

  /// - Parameters:
  ///   - retry: what is left of the call's tries.
  ///   - make: the call of one try, which has a ``newID`` of its own and knows the try before it.
  /// - Throws: kind ``OpenPaymentsError/Kind/cancelled`` if the task is cancelled while nothing is under way, and what
  ///   `make` throws.
  func send(
    _ operation: Operation, retry: inout Retry, after previous: Exchange? = nil,
    _ make: @Sendable (_ previousTry: Exchange?) async throws(OpenPaymentsError) -> ExchangeRecorder.Call
  ) async throws(OpenPaymentsError) -> ExchangeRecorder.Recorded {
    var previous = previous
    var secrets: [Secret] = []
    while true {
      guard !Task.isCancelled else { throw OpenPaymentsError(.cancelled, operation: operation, exchange: previous) }
      var call = try await make(previous)
      // What an answer told may be echoed to the next try.
      call.secrets += secrets.filter { !call.secrets.contains($0) }
      guard let recorded = await recorder.send(call) else {
        throw OpenPaymentsError(.cancelled, operation: operation, exchange: previous)
      }
      guard let wait = retry.wait(after: recorded.exchange, chance: random()) else { return recorded }
      await pause(before: retry.next, after: recorded.exchange, wait)
      previous = recorded.exchange
      secrets = recorded.masking.secrets
    }
  }

  private func pause(before nextTry: Int, after exchange: Exchange, _ wait: Duration) async {
    let until = recorder.time.now().addingTimeInterval(wait / .seconds(1))
    let waiting = RetryWait(exchange: exchange, nextTry: nextTry, tries: policy.tries, until: until)
    await pause.wait(wait) { onRetry(.began(waiting)) }
    onRetry(.ended(waiting))
  }
}
