import ExplorerStorage
import FoundationEssentials
import OpenPayments
import Testing
import ViewModels

struct ClockTests {
  /// When the screen changes next, in seconds from now.
  private func next(_ browser: Browser) -> TimeInterval? {
    browser.tick.map { ($0.timeIntervalSince(browser.now) * 1000).rounded() / 1000 }
  }

  @Test("With nothing on screen that changes by itself, nothing is asked for")
  func idle() {
    var browser = Browser()
    browser.arrive(.countries, .failed(World.failure()))
    #expect(browser.tick == nil)
    #expect(browser.send(.ticked).isEmpty)
    #expect(browser.send(.command(.redraw)) == [.redraw])
    #expect(browser.tick == nil)
  }

  @Test("A load shows after a fifth of a second, then each second")
  func loading() {
    var browser = Browser()
    #expect(next(browser) == 0.2)
    browser.wait(0.2)
    browser.send(.ticked)
    #expect(browser.status(of: .countries).visibleWait(at: browser.clock) != nil)
    #expect(next(browser) == 0.8)
    browser.wait(0.8)
    browser.send(.ticked)
    #expect(next(browser) == 1)
  }

  @Test("Where a clock is set back, what is awaited was still asked for before, and shows each second")
  func setBack() throws {
    var browser = Browser()
    browser.wait(5)
    browser.send(.ticked)
    let before = browser.clock
    browser.wait(-3600)
    browser.send(.ticked)
    #expect(browser.status(of: .countries).visibleWait(at: browser.clock) == 5)
    #expect(try #require(browser.tick).timeIntervalSince(before) == 1)
  }

  @Test("While nobody looks, clocks go by the minute, and at once when somebody does")
  func unseen() {
    var browser = Browser()
    browser.send(.focusChanged(false))
    #expect(next(browser) == 60)
    browser.wait(3)
    browser.send(.focusChanged(true))
    #expect(browser.clock == browser.now)
    #expect(next(browser) == 1)
  }

  @Test("What happens while nobody looks does not set the clock anew")
  func unseenEvents() {
    var browser = Browser()
    browser.send(.focusChanged(false))
    browser.wait(3)
    #expect(browser.send(.command(.redraw)) == [.redraw])
    #expect(next(browser) == 57)
  }

  @Test("Without motion a wait is still told, but not every second")
  func calm() {
    var browser = Browser(World.psd2, shelf: ProfileShelf(own: [World.psd2]), hasMotion: false)
    #expect(next(browser) == 0.2)
    browser.wait(0.2)
    browser.send(.ticked)
    #expect(next(browser) == 9.8)
    browser.arrive(.countries, .failed(World.failure()))
    browser.send(.tokenChanged(browser.tag(of: World.psd2), .valid(until: browser.now.addingTimeInterval(90))))
    #expect(next(browser) == 30, "no countdown by the second")
  }

  @Test("An age changes at whole minutes")
  func age() {
    var browser = Browser.settled()
    #expect(next(browser) == 60)
    browser.wait(25)
    #expect(browser.send(.command(.nextPane)).contains { if case .tick = $0 { true } else { false } } == false)
    #expect(next(browser) == 35)
    browser.wait(35)
    browser.send(.ticked)
    #expect(next(browser) == 60)
  }

  @Test("A token counts whole minutes, and seconds in its last two minutes", arguments: [0, 20, 59.5])
  func token(offset: TimeInterval) {
    var browser = Browser()
    browser.arrive(.countries, .failed(World.failure()))
    browser.send(.tokenChanged(browser.tag(of: World.psd2), .valid(until: browser.now + 240 + offset)))
    #expect(next(browser) == (offset == 0 ? 60 : offset))
    browser.wait(120 + offset)
    browser.send(.ticked)
    #expect(next(browser) == 1)
    browser.wait(119)
    browser.send(.ticked)
    #expect(next(browser) == 1)
    browser.wait(1)
    #expect(browser.send(.ticked).isEmpty, "an expired token stays expired")
  }

  @Test("A wake-up that comes too early, since clocks drift, is asked for again")
  func early() {
    var browser = Browser.settled()
    browser.wait(59.97)
    #expect(browser.send(.ticked) == [.tick(at: World.start + 60)])
  }

  @Test("The earliest of all counts, and the other profile's token doesn't")
  func earliest() {
    var browser = Browser.settled()
    browser.send(.tokenChanged(browser.tag(of: World.seed), .valid(until: browser.now + 5)))
    #expect(next(browser) == 60)
    browser.send(.tokenChanged(browser.tag(of: World.psd2), .valid(until: browser.now + 330)))
    #expect(next(browser) == 30)
    browser.press(.refresh)
    #expect(next(browser) == 0.2)
  }
}
