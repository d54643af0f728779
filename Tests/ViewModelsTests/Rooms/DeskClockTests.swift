import ExplorerStorage
import FoundationEssentials
import Testing

@testable import ViewModels

/// When the screen is due to change by itself.
struct DeskClockTests {
  private let start = World.start

  private func clock(hasMotion: Bool = true) -> DeskClock { DeskClock(start, in: .gmt, hasMotion: hasMotion) }

  @Test("It never goes back")
  func advancing() {
    var clock = clock()
    clock.advance(to: start + 5)
    clock.advance(to: start + 1)
    #expect(clock.now == start + 5)
  }

  @Test("It rings at the earliest change, is set once for it, and never where nothing changes")
  func scheduling() {
    var clock = clock()
    #expect(clock.schedule([nil]) == nil, "it was never set")
    #expect(clock.schedule([start + 9, nil, start + 4]) == .some(start + 4))
    #expect(clock.schedule([start + 4]) == nil)
    #expect(clock.schedule([]) == .some(nil))
    _ = clock.schedule([start + 4])
    clock.ring()
    #expect(clock.schedule([start + 4]) == .some(start + 4))
  }

  @Test("Where nobody looks it rings a minute later at the earliest, and no sooner for what comes")
  func unseen() {
    var clock = clock()
    clock.hasFocus = false
    #expect(clock.schedule([start + 1]) == .some(start + 60))
    clock.advance(to: start + 10)
    #expect(clock.schedule([start + 11]) == nil)
    clock.hasFocus = true
    #expect(clock.schedule([start + 11]) == .some(start + 11))
  }

  @Test("A token's last two minutes are counted by the second, unless motion disturbs")
  func countdown() {
    #expect(clock().change(ofCountdownTo: start + 150) == start + 30)
    #expect(clock().change(ofCountdownTo: start + 90) == start + 1)
    #expect(clock(hasMotion: false).change(ofCountdownTo: start + 90) == start + 30)
    #expect(clock().change(ofCountdownTo: start) == nil)
  }

  @Test("A wait is told once it is worth a word, then by the second")
  func wait() {
    var clock = clock()
    #expect(clock.change(ofWaitSince: start) == start + .quiet && clock.change(ofWaitSince: nil) == nil)
    clock.advance(to: start + 1.5)
    #expect(clock.change(ofWaitSince: start) == start + 2)
  }

  @Test("An age changes with each minute")
  func age() {
    #expect(clock().change(ofAgeSince: start) == start + 60)
    #expect(clock().change(ofAgeSince: start - 90) == start + 30)
    #expect(clock().change(ofAgeSince: nil) == nil)
  }
}
