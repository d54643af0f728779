import ExplorerStorage
import FoundationEssentials
import HTTPTypes
import OpenPayments
import Testing
import ViewModels

struct CopyTests {
  private func copied(_ browser: inout Browser, _ command: Command) -> Clipping? {
    browser.press(.copy)
    #expect(browser.context == .copy)
    browser.press(command)
    #expect(!browser.hasOverlay)
    guard case .copying(.copy(let clipping))? = browser.work.first else { return nil }
    return clipping
  }

  @Test("In the columns the name and the code of the selected row are copied, and the call behind it")
  func columns() throws {
    var browser = Browser.settled()
    #expect(copied(&browser, .copyIdentifier)?.text == "DE")
    #expect(copied(&browser, .copyValue) == Clipping("Germany", "the name"))
    let exchange = try #require(browser.inspector.subject.inspection?.exchange)
    #expect(copied(&browser, .copyURL)?.text == exchange.url)
    #expect(copied(&browser, .copyBody)?.text == String(decoding: exchange.body, as: UTF8.self))
    #expect(copied(&browser, .copyHeaders)?.text.hasPrefix("200 ") == true)
  }

  @Test("In a body the value, key and path under the cursor are copied, a text without its quotes")
  func body() {
    var browser = Browser.settled()
    browser.press(.nextPane)
    while browser.inspector.page != .body { browser.press(.nextPage) }
    browser.press(.moveToTop)
    while browser.inspector.path?.hasSuffix("].name") != true { browser.press(.moveDown) }
    let path = browser.inspector.path
    #expect(copied(&browser, .copyPath)?.text == path)
    #expect(copied(&browser, .copyKey)?.text == "name")
    let value = copied(&browser, .copyValue)
    #expect(value?.what == path && value?.text.contains("\"") == false && value?.text.isEmpty == false)
  }

  @Test("What isn't there is said, and nothing is copied")
  func missing() {
    var browser = Browser()
    for command in [Command.copyValue, .copyKey, .copyPath, .copyIdentifier, .copyBody, .copyURL, .copyRequestID] {
      #expect(copied(&browser, command) == nil)
      #expect(browser.notice?.text.hasSuffix(".") == true)
    }
  }

  @Test(
    "What is empty is not copied but said to be empty, so that the clipboard stays as it is",
    arguments: [
      (#"{"":""}"#, Command.copyKey, "The key is empty: nothing was copied."),
      (#"{"":""}"#, .copyValue, "$[''] is empty: nothing was copied."),
      ("", .copyBody, "The body is empty: nothing was copied."),
    ])
  func empty(body: String, command: Command, words: String) {
    var browser = Browser.settled()
    browser.pin(World.inspection(body))
    while browser.inspector.page != .body { browser.press(.nextPage) }
    browser.press(.moveDown)
    #expect(copied(&browser, command) == nil)
    #expect(browser.notice?.text == words)
  }

  @Test("So is what comes to be copied from elsewhere")
  func emptyElsewhere() {
    var browser = Browser()
    browser.send(.comparison(.patchMade(Clipping("", "the difference"))))
    #expect(browser.work.isEmpty && browser.notice?.text == "The difference is empty: nothing was copied.")
  }

  @Test("Esc closes the list of what can be copied")
  func closed() {
    var browser = Browser.settled()
    browser.press(.copy, .cancel)
    #expect(browser.context == .columns)
    #expect(browser.work.isEmpty)
  }

  @Test("It is said what was copied and how, and what to do where that can't be")
  func notices() {
    var browser = Browser.settled()
    func notice(_ clipping: Clipping, _ outcome: CopyOutcome) -> String? {
      browser.send(.copying(.copied(clipping, outcome)))
      return browser.notice?.text
    }
    let bic = Clipping("ESSESESS", "the BIC")
    #expect(notice(bic, .tool("wl-copy")) == "Copied the BIC: ESSESESS")
    #expect(notice(bic, .noTool) == "Copied through the terminal: the BIC: ESSESESS")
    #expect(notice(bic, .toolFailed("xclip")) == "xclip failed; copied through the terminal: the BIC: ESSESESS")
    let long = Clipping(String(repeating: "x", count: Clipping.terminalLimit + 1), "the body")
    #expect(notice(long, .tool("wl-copy")) == "Copied the body, 74995 bytes")
    #expect(notice(long, .noTool)?.hasPrefix("Too long for the terminal's clipboard") == true)
    #expect(notice(long, .toolFailed("xclip"))?.contains("too long") == true)
  }
}
