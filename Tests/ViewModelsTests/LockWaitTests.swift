import ExplorerStorage
import Testing
import ViewModels

struct LockWaitTests {
  private static let wait = LockWait(.token, longest: .seconds(15))

  @Test("a wait for another copy of the program is told in the foot, until it is over")
  func told() {
    var browser = Browser.settled()
    browser.send(.waitedForLock(.began(Self.wait)))
    #expect(browser.notice?.text == "Another opx is fetching a token; waiting up to 15 s.")
    browser.send(.waitedForLock(.ended(Self.wait)))
    #expect(browser.notice == nil)
  }

  @Test("going on without what is still held is told; other words stay where a wait ends")
  func over() {
    var browser = Browser.settled()
    browser.send(.waitedForLock(.began(Self.wait)))
    browser.send(.waitedForLock(.givenUp(Self.wait)))
    let words = "Another opx is fetching a token, still after 15 s; going on without it."
    #expect(browser.notice?.text == words)
    browser.send(.waitedForLock(.ended(Self.wait)))
    #expect(browser.notice?.text == words)
  }
}
