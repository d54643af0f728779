import ExplorerStorage
import FoundationEssentials
import OpenPayments
import Testing
import ViewModels

struct SaveTests {
  @Test("Saving asks for a name, offers one, and writes the body under the one typed")
  func saved() throws {
    var browser = Browser.settled()
    let exchange = try #require(browser.inspector.subject.inspection?.exchange)
    browser.press(.saveBody)
    #expect(browser.prompt?.text.hasPrefix("aspsps-") == true)
    #expect(browser.context == .prompt)
    browser.press(.eraseLine)
    browser.type("out.json")
    browser.press(.accept)
    #expect(browser.work == [.saving(.write(.body(exchange), path: "out.json"))])
    browser.send(.saved(.saved(path: "out.json", bytes: 12)))
    #expect(browser.notice?.text == "Saved 12 bytes to out.json")
  }

  @Test("A name that can't be used is asked for again, with the reason, which typing takes away")
  func failed() throws {
    var browser = Browser.settled()
    let exchange = try #require(browser.inspector.subject.inspection?.exchange)
    browser.press(.saveBody, .eraseLine)
    browser.type("out.json")
    browser.press(.accept)
    browser.send(.saved(.failed(.body(exchange), path: "out.json", reason: "no space")))
    #expect(browser.prompt?.text == "out.json")
    #expect(browser.prompt?.problem == "Not saved: no space")
    browser.type("2")
    #expect(browser.prompt?.problem == nil)
    browser.press(.cancel)
    #expect(!browser.hasOverlay && browser.work.isEmpty)
  }

  @Test("Without a body there is nothing to save")
  func nothing() {
    var browser = Browser()
    browser.press(.saveBody)
    #expect(!browser.hasOverlay)
    #expect(browser.notice?.text == "There is no body to save.")
  }

  @Test("The calls of the run are saved as an archive under the name typed")
  func run() {
    var browser = Browser.settled()
    browser.send(.exchanged(browser.tag(of: World.psd2), World.exchange(body: [])))
    browser.press(.saveRun)
    #expect(browser.prompt?.text.wholeMatch(of: /opx-\d{8}T\d{6}Z\.har/) != nil)
    browser.press(.cursorToStart)
    browser.type("x-")
    browser.press(.accept)
    guard case .saving(.write(.run, let path))? = browser.work.first else {
      Issue.record("nothing was saved")
      return
    }
    #expect(path.hasPrefix("x-opx-"))
    browser.send(.saved(.failed(.run, path: path, reason: "no space")))
    #expect(browser.prompt?.title.contains("archive") == true && browser.prompt?.problem == "Not saved: no space")
  }

  @Test("Before the first call there is nothing to save")
  func noCalls() {
    var browser = Browser()
    browser.press(.saveRun)
    #expect(!browser.hasOverlay && browser.notice?.text == "No call has been made yet.")
  }
}
