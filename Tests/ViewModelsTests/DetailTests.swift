import ExplorerStorage
import OpenPayments
import Testing
import ViewModels

struct DetailTests {
  /// Stockholm's three banks, the focus on them.
  private func atBanks(_ profile: Profile = World.psd2) -> Browser {
    var browser = Browser.settled(profile)
    browser.go(to: "Sweden")
    browser.press(.open)
    browser.go(to: "Stockholm")
    browser.press(.open)
    return browser
  }

  @Test("Resting on an ASPSP loads its detail in psd2, once, and only where the focus is")
  func resting() {
    var browser = atBanks()
    #expect(browser.work == [.browser(.rest(.detail(bicFi: "ESSESESS")))])
    browser.press(.moveDown)
    #expect(browser.work == [.browser(.rest(.detail(bicFi: "HANDSESS")))])
    browser.send(.browser(.rested(.detail(bicFi: "ESSESESS"))))
    #expect(browser.work.isEmpty)
    browser.send(.browser(.rested(.detail(bicFi: "HANDSESS"))))
    #expect(browser.work == [.platform(.browser(.load(.detail(bicFi: "HANDSESS"))), as: World.psd2)])
    browser.arrive(.detail(bicFi: "HANDSESS"))
    browser.press(.moveDown, .moveUp)
    #expect(browser.work.isEmpty, "what is known is not asked for again")
  }

  @Test("seed has no such call")
  func seed() {
    var browser = atBanks(World.seed)
    #expect(browser.work.isEmpty)
    browser.press(.moveDown)
    #expect(browser.work.isEmpty)
    #expect(browser.inspector.path == "$.aspsps[1]")
    browser.press(.toggleExchange)
    #expect(browser.notice?.text.contains("seed") == true)
  }

  @Test("An ASPSP without a BIC has no detail to ask for")
  func withoutBIC() {
    var browser = Browser.settled()
    browser.press(.open, .refresh, .open, .refresh)
    browser.arrive(
      .aspsps(World.place("DE", "Berlin")), .aspsps(World.loaded([ASPSP(bicFi: "", name: "?")], #"{"aspsps":[{}]}"#)))
    #expect(browser.work.isEmpty)
    browser.press(.nextPane, .refresh)
    #expect(
      browser.work == [.platform(.browser(.load(.aspsps(World.place("DE", "Berlin")))), as: World.psd2)],
      "the list is what there is")
  }

  @Test("Until the detail is there the list's call is shown with the cursor on the item; x toggles the two")
  func toggle() throws {
    var browser = atBanks()
    browser.press(.moveDown)
    let list = try #require(browser.inspector.subject.inspection)
    #expect(browser.inspector.path == "$.aspsps[1]")
    browser.send(.browser(.rested(.detail(bicFi: "HANDSESS"))))
    #expect(browser.inspector.subject.inspection == list)
    browser.arrive(.detail(bicFi: "HANDSESS"))
    let detail = try #require(browser.inspector.subject.inspection)
    #expect(detail != list)
    #expect(browser.inspector.path == "$")
    browser.press(.toggleExchange)
    #expect(browser.inspector.subject.inspection == list)
    #expect(browser.inspector.path == "$.aspsps[1]")
    browser.press(.toggleExchange)
    #expect(browser.inspector.subject.inspection == detail)
  }

  @Test("x says why it can't where there is nothing to toggle")
  func nothingToToggle() {
    var browser = Browser.settled()
    browser.press(.toggleExchange)
    #expect(browser.notice?.text.contains("Only an ASPSP") == true)
  }

  @Test("Opening an ASPSP shows its details; refreshing there asks for the detail, else for the list")
  func refresh() {
    var browser = atBanks()
    browser.answerAll()
    browser.press(.refresh)
    #expect(browser.work == [.platform(.browser(.load(.aspsps(World.place("SE", "Stockholm")))), as: World.psd2)])
    browser.press(.open)
    #expect(browser.focus == .inspector)
    #expect(browser.inspector.page == .details)
    browser.press(.refresh)
    #expect(browser.work == [.platform(.browser(.load(.detail(bicFi: "ESSESESS"))), as: World.psd2)])
    browser.press(.toggleExchange, .refresh)
    #expect(browser.work == [.platform(.browser(.load(.aspsps(World.place("SE", "Stockholm")))), as: World.psd2)])
    browser.press(.open)
    #expect(browser.notice?.text == "This is as deep as it goes.")
  }

  @Test("A failed detail shows its call, and the list's on demand")
  func failure() {
    var browser = atBanks()
    browser.send(.browser(.rested(.detail(bicFi: "ESSESESS"))))
    let failure = World.failure("no such bank")
    browser.arrive(.detail(bicFi: "ESSESESS"), .failed(failure))
    #expect(browser.inspector.subject.inspection == failure.inspection)
    browser.press(.toggleExchange)
    #expect(browser.inspector.path == "$.aspsps[0]")
  }

  @Test("A cancelled detail leaves the list's call, and coming back asks again")
  func cancelled() {
    var browser = atBanks()
    browser.send(.browser(.rested(.detail(bicFi: "ESSESESS"))))
    browser.press(.cancel)
    #expect(browser.work == [.browser(.cancel(.detail))])
    #expect(browser.inspector.path == "$.aspsps[0]")
    browser.press(.moveDown, .moveUp)
    #expect(browser.work == [.browser(.rest(.detail(bicFi: "ESSESESS")))])
  }

  @Test("Leaving the city ends the detail's load")
  func leavingTheCity() {
    var browser = atBanks()
    browser.send(.browser(.rested(.detail(bicFi: "ESSESESS"))))
    browser.press(.back, .moveUp)
    #expect(browser.work.contains(.browser(.cancel(.detail))))
    browser.send(.browser(.rested(.detail(bicFi: "ESSESESS"))))
    #expect(browser.work.isEmpty)
  }

  @Test("A bank that two cities list keeps its detail")
  func sharedBank() {
    var browser = atBanks()
    browser.go(to: "Handelsbanken")
    browser.press(.back)
    browser.go(to: "Göteborg")
    browser.press(.open)
    #expect(browser.aspsps.selected?.code == "HANDSESS")
    #expect(browser.work.isEmpty)
    #expect(browser.inspector.path == "$")
  }

  @Test("A detail that failed is what r asks for again, also from the column")
  func failedDetail() {
    var browser = atBanks()
    browser.send(.browser(.rested(.detail(bicFi: "ESSESESS"))))
    browser.arrive(.detail(bicFi: "ESSESESS"), .failed(World.failure()))
    browser.press(.refresh)
    #expect(browser.work == [.platform(.browser(.load(.detail(bicFi: "ESSESESS"))), as: World.psd2)])
  }
}
