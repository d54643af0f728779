import ExplorerStorage
import FoundationEssentials
import OpenPayments
import Testing
import ViewModels

struct RetryTests {
  private func wait(_ browser: Browser, _ operation: OpenPayments.Operation, seconds: TimeInterval = 3) -> RetryWait {
    RetryWait(
      exchange: World.exchange(body: [], status: 503, operation: operation), nextTry: 2, tries: 3,
      until: browser.now.addingTimeInterval(seconds))
  }

  @Test("A call that waits to be made again is shown in its column until the wait is over")
  func shown() {
    var browser = Browser()
    let wait = wait(browser, .countries)
    browser.send(.retryBegan(browser.tag(of: World.psd2), PendingRetry(wait)))
    #expect(browser.retry(of: .countries) == wait)
    #expect(browser.retry(of: .cities) == nil)
    browser.send(.retryEnded(browser.tag(of: World.psd2), wait))
    #expect(browser.retry(of: .countries) == nil)
  }

  @Test("A token's wait is shown in every column that is loading, and another profile's in none")
  func token() {
    var browser = Browser()
    browser.send(.retryBegan(browser.tag(of: World.seed), PendingRetry(wait(browser, .token))))
    #expect(browser.retry(of: .countries) == nil)
    browser.send(.retryBegan(browser.tag(of: World.psd2), PendingRetry(wait(browser, .token))))
    #expect(browser.retry(of: .countries) != nil)
    #expect(browser.retry(of: .cities) == nil)
  }

  @Test("Refreshing while a call waits makes it at once")
  func atOnce() {
    var browser = Browser()
    browser.send(.retryBegan(browser.tag(of: World.psd2), PendingRetry(wait(browser, .countries))))
    browser.press(.refresh)
    #expect(browser.work == [.retryNow(World.psd2)])
  }

  @Test("The seconds are counted down one by one, and not beyond the end")
  func countdown() {
    var browser = Browser()
    browser.send(.retryBegan(browser.tag(of: World.psd2), PendingRetry(wait(browser, .countries, seconds: 2.5))))
    browser.wait(0.3)
    browser.send(.ticked)
    #expect(browser.tick == browser.now.addingTimeInterval(0.2))
    browser.wait(10)
    browser.send(.ticked)
    #expect(browser.tick.map { $0 > browser.now } ?? true)
  }
}
