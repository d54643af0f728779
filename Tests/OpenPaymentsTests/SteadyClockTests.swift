import Foundation
import Synchronization
import Testing

@testable import OpenPayments

struct SteadyClockTests {
  /// Clocks that a test sets.
  private final class Machine: Sendable {
    let wall = Mutex(Date(timeIntervalSince1970: 1_000_000))
    let elapsed = Mutex(Duration.zero)

    func pass(_ seconds: Int, setBy jump: Double = 0) {
      wall.withLock { $0 += Double(seconds) + jump }
      elapsed.withLock { $0 += .seconds(seconds) }
    }

    var clock: SteadyClock {
      SteadyClock(wall: { self.wall.withLock { $0 } }, elapsed: { self.elapsed.withLock { $0 } })
    }
  }

  private func passed(_ clock: SteadyClock) -> Double { clock.now().timeIntervalSince1970 - 1_000_000 }

  @Test("time goes on from where it was when the machine's clock is set back, and never back")
  func setBack() {
    let machine = Machine()
    let clock = machine.clock
    machine.pass(10)
    #expect(passed(clock) == 10)
    machine.pass(5, setBy: -3600)
    #expect(passed(clock) == 15)
    machine.pass(60)
    #expect(passed(clock) == 75)
    machine.pass(0, setBy: 3600)
    #expect(passed(clock) == 75)
  }

  @Test("a clock set forward is followed, and not back again")
  func setForward() {
    let machine = Machine()
    let clock = machine.clock
    machine.pass(10, setBy: 3600)
    #expect(passed(clock) == 3610)
    machine.pass(10, setBy: -3600)
    #expect(passed(clock) == 3620)
  }

  @Test("a clock that runs a little slow is followed")
  func slow() {
    let machine = Machine()
    let clock = machine.clock
    for _ in 0..<1000 {
      machine.pass(1, setBy: -0.001)
      _ = clock.now()
    }
    #expect(abs(passed(clock) - 999) < 0.01)
  }
}
