import FoundationEssentials
import Testing
import ViewModels

struct RefreshTests {
  @Test("Refreshing keeps the rows and says after a moment that it takes long")
  func loading() {
    var browser = Browser.settled()
    browser.press(.refresh)
    #expect(browser.work == [.platform(.browser(.load(.countries)), as: World.psd2)])
    #expect(browser.countries.count == 3)
    #expect(browser.status(of: .countries).visibleWait(at: browser.now) == nil)
    browser.wait(1)
    #expect(browser.status(of: .countries).visibleWait(at: browser.now) == 1)
    #expect(browser.status(of: .countries).loadedAt == World.start)
    browser.arrive(.countries)
    #expect(browser.status(of: .countries).visibleWait(at: browser.now) == nil)
    #expect(browser.status(of: .countries).loadedAt == browser.now)
    #expect(browser.work.isEmpty, "the column beside it is still known")
  }

  @Test("A failed refresh keeps the rows, says so, and shows the call that failed")
  func failure() {
    var browser = Browser.settled()
    browser.press(.refresh)
    let failure = World.failure()
    browser.arrive(.countries, .failed(failure))
    #expect(browser.countries.count == 3)
    #expect(browser.status(of: .countries).failure == failure)
    #expect(browser.inspector.subject.inspection == failure.inspection)
    browser.press(.refresh)
    browser.arrive(.countries)
    #expect(browser.status(of: .countries).failure == nil)
    #expect(browser.inspector.subject.inspection != failure.inspection)
  }

  @Test("Refreshing stays on the row of the same id, wherever it went")
  func sameRow() {
    var browser = Browser.settled()
    browser.go(to: "Sweden")
    browser.press(.refresh)
    browser.arrive(.countries, .countries(World.loaded(World.countries.reversed(), "{}")))
    #expect(browser.countries.cursor == 0)
    #expect(browser.place == ["Sweden", "Borås", "Bank of Borås"])
    #expect(browser.work.isEmpty)
  }

  @Test("Refreshing a column that is about nothing says so")
  func nothing() {
    var browser = Browser()
    browser.press(.open)
    browser.send(.pointed(.cities, row: 0))
    browser.press(.refresh)
    #expect(browser.work.isEmpty)
    #expect(browser.notice?.text == "Nothing to refresh here.")
  }

  @Test("A failed list is asked for again on demand, not by coming back to it")
  func failedList() {
    var browser = Browser.settled()
    browser.press(.moveDown)
    browser.send(.browser(.rested(.cities(isoCountryCode: "NO"))))
    browser.arrive(.cities(isoCountryCode: "NO"), .failed(World.failure()))
    browser.press(.moveUp, .moveDown)
    #expect(browser.work.isEmpty)
    #expect(browser.status(of: .cities).failure?.message == "busy")
    browser.send(.pointed(.cities, row: 0))
    browser.press(.refresh)
    #expect(browser.work == [.platform(.browser(.load(.cities(isoCountryCode: "NO"))), as: World.psd2)])
  }

  @Test("Refreshing a column tries again what failed to its right")
  func failedDependents() {
    var browser = Browser.settled()
    browser.press(.moveDown)
    browser.send(.browser(.rested(.cities(isoCountryCode: "NO"))))
    browser.arrive(.cities(isoCountryCode: "NO"), .failed(World.failure()))
    browser.press(.refresh)
    #expect(
      browser.work == [
        .platform(.browser(.load(.countries)), as: World.psd2),
        .platform(.browser(.load(.cities(isoCountryCode: "NO"))), as: World.psd2),
      ])
  }
}
