import Testing
import ViewModels

@Suite(.timeLimit(.minutes(1)))
struct TimerClockTests {
  @Test("A sleep ends once its time has come")
  func passes() async throws {
    let clock = TimerClock()
    let deadline = clock.now.advanced(by: .milliseconds(1))
    try await clock.sleep(until: deadline, tolerance: nil)
    #expect(clock.now.advanced(by: .microseconds(100)) >= deadline)
    try await clock.sleep(until: deadline, tolerance: .seconds(1))
  }

  @Test("A sleep that is cancelled ends at once, however early that comes")
  func cancelled() async {
    let sleep = Task { try await TimerClock().sleep(for: .seconds(86_400)) }
    sleep.cancel()
    await #expect(throws: CancellationError.self) { try await sleep.value }
  }
}
