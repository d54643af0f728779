import FoundationEssentials

/// Makes a call, again where that may help, and records every try.
struct Caller: Sendable {
  let recorder: ExchangeRecorder
  let newID: @Sendable () -> UUID

  /// - Parameter make: the call of one try, which has an id of its own and knows the try before it.
  func send(
    after previous: Exchange? = nil, _ make: @Sendable (_ id: UUID, _ previousTry: Exchange?) -> ExchangeRecorder.Call
  ) async -> ExchangeRecorder.Recorded {
    await recorder.send(make(newID(), previous))
  }
}
