import ExplorerStorage
import OpenPayments
import Testing

@testable import ViewModels

struct FinderTests {
  /// One who knows everything.
  private func allKnown() -> Browser {
    var browser = Browser.settled()
    browser.press(.find, .readDirectory)
    for country in World.countries {
      let code = country.isoCountryCode
      browser.arrive(.cities(isoCountryCode: code))
      for city in World.cities(in: code) { browser.arrive(.aspsps(World.place(code, city.name))) }
    }
    browser.send(.browser(.walkEnded(browser.tag(of: World.psd2), nil)))
    return browser
  }

  private func found(_ text: String) -> [String] {
    var browser = allKnown()
    browser.type(text)
    guard let list = browser.finder?.list else { return [] }
    return (0..<list.count).compactMap { list.row(at: $0)?.name }
  }

  @Test(
    "Countries, cities and ASPSPs are found by name, BIC, id and place",
    arguments: [
      ("goteborg", "Göteborg"), ("handsess", "Handelsbanken"), ("id-bergen", "Bergen"),
      ("bic:bankde", "Bank of Berlin"),
      ("norw", "Norway"), ("nordea goteb", "Nordea"), ("sweden swedb", "Swedbank"),
    ])
  func finding(text: String, name: String) {
    #expect(found(text).first == name)
  }

  @Test("An ASPSP of several cities is there once, in the city where one is if that has it")
  func once() {
    var browser = allKnown()
    browser.type("handels")
    #expect(browser.finder?.list.row(at: 0)?.context == "Göteborg, Sweden" && browser.finder?.list.count == 1)
    browser.press(.cancel, .cancel)
    browser.press(.commandLine)
    browser.type("se/stockholm")
    browser.press(.accept)
    browser.answerAll()
    browser.press(.find)
    browser.type("handels")
    #expect(browser.finder?.list.row(at: 0)?.context == "Stockholm, Sweden")
  }

  @Test("Banks of one BIC and two names are two, and a bank is found by each of its cities")
  func sharing() {
    var browser = allKnown()
    let twins = [ASPSP(bicFi: "DUPLNO22", name: "Brand Alpha"), ASPSP(bicFi: "DUPLNO22", name: "Brand Beta")]
    browser.arrive(.aspsps(World.place("NO", "Oslo")), .aspsps(World.loaded(twins, "[]")))
    browser.type("brand beta")
    #expect(browser.finder?.list.count == 1)
    browser.press(.eraseLine)
    browser.type("in:stockholm handels")
    #expect(browser.finder?.list.row(at: 0)?.name == "Handelsbanken")
    browser.press(.eraseLine)
    browser.type("in:no !bank")
    #expect(browser.finder?.list.row(at: 0)?.context.hasSuffix("Norway") == true)
  }

  @Test("What comes in doesn't carry an untouched cursor away from the best hit")
  func untouched() {
    var browser = Browser.settled()
    browser.press(.find)
    browser.type("b")
    browser.press(.readDirectory)
    browser.wait(1)
    browser.arrive(.cities(isoCountryCode: "NO"))
    #expect(browser.finder?.list.cursor == 0)
    browser.press(.moveDown)
    let name = browser.finder?.list.selected?.name
    browser.wait(1)
    browser.arrive(.cities(isoCountryCode: "SE"))
    #expect(browser.finder?.list.selected?.name == name)
  }

  @Test("Enter goes there, and back leads back")
  func jumping() {
    var browser = allKnown()
    browser.type("nordea")
    browser.press(.jump)
    browser.answerAll()
    #expect(browser.place == ["Sweden", "Göteborg", "Nordea"] && browser.focus == .column(.aspsps))
    browser.press(.previousPlace)
    browser.answerAll()
    #expect(browser.place[0] == "Germany")
  }

  @Test("Nothing found is explained: which word, and whether all is known")
  func nothing() {
    var browser = Browser.settled()
    browser.press(.find)
    browser.type("xyz germany")
    #expect(
      browser.nothingFound
        == "Nothing known has “xyz”. Not all of the directory is known: :read-directory reads it (5 entries).")
    browser.press(.jump)
    #expect(browser.notice?.text == "Nothing is found to go to.")
    browser = allKnown()
    browser.type("oslo nordea")
    #expect(
      browser.nothingFound
        == "No entry has all of these words. All of the directory was looked through (\(browser.finder?.count ?? 0) entries)."
    )
    #expect(browser.knowsAll)
    browser.press(.readDirectory)
    #expect(browser.work.isEmpty && browser.notice?.text == "All of the directory is known.")
  }

  /// One who knows more than is gathered at once.
  private func knowingMany() -> Browser {
    var browser = Browser.settled()
    let banks = (0..<3000).map { ASPSP(bicFi: "MANYNO\($0)", name: "Bank \($0)") }
    browser.arrive(.aspsps(World.place("NO", "Oslo")), .aspsps(World.loaded(banks, "[]")))
    browser.arrive(.cities(isoCountryCode: "NO"))
    return browser
  }

  /// What is to be gathered after the last action.
  private func gathering(of browser: Browser) -> FinderEntries.Job? {
    browser.work.lazy.compactMap { if case .finder(.gather(let job)) = $0 { job } else { nil } }.first
  }

  @Test("A gathering that is cancelled comes to nothing")
  func cancelledGathering() throws {
    var browser = knowingMany()
    browser.press(.find)
    #expect(try #require(gathering(of: browser)).run { true } == nil)
  }

  @Test("Many entries are gathered away from the screen's thread, while one types")
  func gathering() throws {
    var browser = knowingMany()
    browser.press(.find)
    let job = try #require(gathering(of: browser))
    #expect(browser.isBusy)
    #expect(browser.nothingFound == "Gathering what is known of the directory.")
    browser.type("manyno2999")
    browser.send(.finder(.gathered(job, try #require(job.run()))))
    #expect(browser.finder?.list.selected?.name == "Bank 2999" && !browser.isBusy)
  }

  @Test(
    "However the finder is closed, what it held goes to where no key waits for it", arguments: [Command.cancel, .jump])
  func closing(command: Command) throws {
    var browser = knowingMany()
    browser.press(.find)
    let job = try #require(gathering(of: browser))
    let entries = try #require(job.run())
    browser.send(.finder(.gathered(job, entries)))
    browser.press(.moveDown)
    #expect(browser.work.isEmpty)
    browser.press(command)
    #expect(browser.work.contains(.finder(.close(entries))))
  }

  @Test("A question lies over the finder, which is there again after a no")
  func question() {
    var browser = Browser(Profiles.live, shelf: .init(own: [World.psd2], stored: Profiles.list(Profiles.live)))
    browser.press(.cancel, .find, .readDirectory)
    #expect(browser.context == .question && browser.work.isEmpty)
    browser.press(.decline)
    #expect(browser.context == .finder && browser.walk == nil)
  }

  @Test("What was gathered for an earlier finder is not taken")
  func lateGathering() throws {
    var browser = knowingMany()
    browser.press(.find)
    let old = try #require(gathering(of: browser))
    browser.press(.cancel, .find)
    browser.send(.finder(.gathered(old, try #require(old.run()))))
    #expect(browser.finder?.isPreparing == true)
  }

  @Test("Enter that comes before all is gathered goes where it was meant to go")
  func hasty() {
    var browser = knowingMany()
    browser.press(.find)
    browser.type("manyno2999")
    browser.press(.jump)
    browser.answerAll()
    #expect(browser.place == ["Norway", "Oslo", "Bank 2999"])
  }

  @Test("While the directory comes in, one gathering follows the other")
  func gatheringInSteps() throws {
    var browser = knowingMany()
    browser.press(.find)
    let first = try #require(gathering(of: browser))
    browser.press(.readDirectory)
    browser.wait(1)
    browser.arrive(.cities(isoCountryCode: "SE"))
    #expect(gathering(of: browser) == nil)
    browser.send(.finder(.gathered(first, try #require(first.run()))))
    browser.wait(1)
    browser.arrive(.cities(isoCountryCode: "FI"))
    #expect(gathering(of: browser) != nil)
    #expect(browser.finder?.isPreparing == false)
  }

  @Test("Esc first stops the reading, then drops the text, then closes")
  func cancelling() {
    var browser = Browser.settled()
    browser.press(.find)
    browser.type("x")
    browser.press(.readDirectory)
    #expect(browser.walk != nil)
    browser.press(.cancel)
    #expect(browser.work == [.browser(.cancelWalk)] && browser.walk == nil && browser.finder != nil)
    browser.press(.cancel)
    #expect(browser.finder?.typed.field.text == "")
    browser.press(.cancel)
    #expect(!browser.hasOverlay)
  }

  @Test("Only what is not known is asked for; how far it is is told, with what is left once that is known")
  func progress() {
    var browser = Browser.settled()
    browser.press(.find, .readDirectory)
    guard case .platform(.browser(.walk(let plan)), _)? = browser.work.first else {
      Issue.record("nothing is read")
      return
    }
    #expect(!plan.waiting.contains(.countries) && !plan.waiting.contains(.cities(isoCountryCode: "DE")))
    browser.wait(2)
    browser.send(.browser(.walked(browser.tag(of: World.psd2), DirectoryProgress(done: 4, failed: 0, left: 6))))
    #expect(browser.walk?.progress.facts(after: .seconds(2)) == ["4 of at least 10 calls", "2 a second"])
    browser.send(
      .browser(.walked(browser.tag(of: World.psd2), DirectoryProgress(done: 3, failed: 1, left: 6, isTotalKnown: true)))
    )
    #expect(
      browser.walk?.progress.facts(after: .seconds(2))
        == ["4 of 10 calls", "2 a second", "3 s left", "1 failed"])
    // It goes on while one looks at something else, but not under another profile.
    browser.press(.jump)
    #expect(browser.walk != nil)
    browser.press(.profiles, .moveDown, .acceptFilter)
    #expect(browser.walk == nil && browser.work.contains(.browser(.cancelWalk)))
    browser.send(.browser(.walkEnded(browser.tag(of: World.psd2), nil)))
    #expect(browser.notice?.text == "Now as sandbox-seed.")
  }

  @Test("What failed is counted and told in the end")
  func failure() {
    var browser = Browser.settled()
    browser.press(.find, .readDirectory)
    browser.send(
      .browser(.walked(browser.tag(of: World.psd2), DirectoryProgress(done: 7, failed: 2, left: 0, isTotalKnown: true)))
    )
    browser.send(.browser(.walkEnded(browser.tag(of: World.psd2), World.failure("Busy."))))
    #expect(browser.notice?.text == "2 of 9 calls for the directory failed: Busy.")
  }
}
