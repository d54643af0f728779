import ExplorerStorage
import FoundationEssentials
import OpenPayments
import Testing
import ViewModels

struct CommandLineTests {
  private func typed(_ text: String, in browser: inout Browser) {
    browser.press(.commandLine)
    browser.type(text)
  }

  @Test("get sends any path under the current profile, and what comes back fills the inspector, whatever its status")
  func get() throws {
    var browser = Browser.settled()
    typed("get  /psd2/x?y=1", in: &browser)
    #expect(browser.work.isEmpty)
    browser.press(.accept)
    #expect(browser.work == [.platform(.call(.get(CallRequest(path: "/psd2/x?y=1"))), as: World.psd2)])
    #expect(!browser.hasOverlay)
    let answer = World.inspection("[]", status: 404)
    browser.send(.call(browser.tag(of: World.psd2), .answered(.answered(answer))))
    #expect(browser.focus == .inspector)
    #expect(browser.inspector.subject.inspection == answer)
    #expect(browser.call == nil)
  }

  @Test("A failed call shows what there is of it and says why; one without an exchange says why")
  func failed() {
    var browser = Browser.settled()
    for body in ["{}", nil] {
      typed("get /x", in: &browser)
      browser.press(.accept)
      let failure = World.failure(body: body)
      browser.send(.call(browser.tag(of: World.psd2), .answered(.failed(failure))))
      #expect(browser.notice?.text == "busy wait a little")
      #expect((browser.inspector.subject.inspection == failure.inspection) == (body != nil))
      browser.press(.back)
    }
  }

  @Test("While it is under way the time is told after a moment; Esc cancels it, and a late answer changes nothing")
  func cancelled() {
    var browser = Browser.settled()
    typed("get /x", in: &browser)
    browser.press(.accept)
    #expect(browser.visibleCallWait == nil)
    #expect(browser.tick == browser.now + TimeInterval.quiet)
    browser.wait(3)
    browser.send(.ticked)
    #expect(browser.visibleCallWait == 3)
    browser.send(.call(browser.tag(of: World.psd2), .received(ReceivedCount(count: 12, expected: 99))))
    #expect(browser.call?.received == ReceivedCount(count: 12, expected: 99))
    browser.send(.call(browser.tag(of: World.seed), .received(ReceivedCount(count: 50, expected: 99))))
    #expect(browser.call?.received?.count == 12)
    browser.press(.cancel)
    #expect(browser.work == [.call(.cancel)])
    #expect(browser.call == nil && browser.notice?.text == "The call was cancelled.")
    browser.send(.call(browser.tag(of: World.psd2), .answered(.answered(World.inspection("[]")))))
    #expect(browser.focus == .column(.countries))
  }

  @Test("Ctrl-C cancels it as well, and so does going over to another profile")
  func cancelledOtherwise() {
    var browser = Browser.settled()
    for commands in [[Command.interrupt], [.profiles, .moveDown, .acceptFilter]] {
      typed("get /x", in: &browser)
      browser.press(.accept)
      for command in commands { browser.press(command) }
      #expect(browser.work.contains(.call(.cancel)))
      #expect(browser.call == nil)
    }
    browser.send(.call(browser.tag(of: World.psd2), .answered(.answered(World.inspection("[]")))))
    #expect(browser.pinned == nil)
  }

  @Test("The other words do what their keys do")
  func words() {
    var browser = Browser.settled()
    typed("help", in: &browser)
    browser.press(.accept)
    #expect(browser.context == .help)
    browser.press(.cancel)
    typed("profiles", in: &browser)
    browser.press(.accept)
    #expect(browser.context == .profiles)
    browser.press(.cancel)
    for word in ["q", "quit"] {
      typed(word, in: &browser)
      browser.press(.accept)
      #expect(browser.work == [.quit])
    }
  }

  @Test(
    "What it can't carry out it says, with what there is, and lets it be mended",
    arguments: [
      ("histroy", "There is no histroy. Did you mean history? :help lists all."),
      ("help me", "Nothing follows help."),
      ("get https://api.example/x", "A path begins with a slash; the profile has the host."),
      ("get", "A path follows, such as /psd2/aspspinformation/v1/countries."),
    ])
  func unknown(text: String, problem: String) {
    var browser = Browser.settled()
    typed(text, in: &browser)
    browser.press(.accept)
    #expect(browser.prompt?.problem.map(browser.text) == problem && browser.prompt?.text == text)
    browser.type("x")
    #expect(browser.prompt?.problem == nil)
    browser.press(.eraseLine, .accept)
    #expect(!browser.hasOverlay && browser.work.isEmpty)
  }

  @Test("Tab goes through what begins with the text typed, ids of what is selected filled in")
  func completion() {
    var browser = Browser.settled()
    browser.press(.open, .open)
    browser.answerAll()
    typed("g", in: &browser)
    browser.press(.complete)
    #expect(browser.prompt?.text == "get ")
    browser.type("/psd2/aspspinformation/v1/cit")
    var seen: [String] = []
    for _ in 1...4 {
      browser.press(.complete)
      seen.append(String(browser.prompt?.text.dropFirst("get /psd2/aspspinformation/v1/".count) ?? ""))
    }
    #expect(seen == ["cities", "cities?isoCountryCodes=DE", "cities/id-Berlin", "cities"])
    #expect(browser.prompt?.completion?.count == 3)
    browser.press(.eraseLine)
    browser.type("get BANK")
    browser.press(.complete)
    #expect(browser.prompt?.text == "get /psd2/aspspinformation/v1/aspsps/BANKDE22")
  }

  @Test("seed has paths of its own")
  func seed() {
    var browser = Browser.settled(World.seed)
    browser.press(.open)
    browser.answerAll()
    #expect(
      browser.knownPaths == [
        "/aspspinformation/v1/aspsps/countries", "/aspspinformation/v1/aspsps/DE/cities",
        "/aspspinformation/v1/aspsps/DE/cities/id-Berlin",
      ])
  }

  @Test(
    "Places complete part by part, by code or by name, as far as they are known",
    arguments: [
      ("swe", ["se/"]), ("SE", ["se/"]), ("se/", ["se/boras/", "se/goteborg/", "se/stockholm/"]),
      ("se/gö", ["se/goteborg/"]), ("se/id-b", ["se/boras/"]), ("SE/stockholm/h", ["se/stockholm/HANDSESS"]),
      ("se/stockholm/sw", ["se/stockholm/SWEDSESS"]), ("se/goteborg/", []), ("no/", []), ("se/nowhere/x", []),
      ("se/stockholm@sand", ["se/stockholm@sandbox"]), ("se/stockholm@sandbox", []), ("a/b/c/d", []), ("/", []),
    ])
  func addresses(typed: String, expected: [String]) {
    var browser = Browser(World.psd2, shelf: ProfileShelf(own: [World.psd2]))
    browser.answerAll()
    browser.go(to: "Sweden")
    browser.press(.open)
    browser.answerAll()
    browser.go(to: "Stockholm")
    #expect(browser.addresses(from: typed) == expected)
  }

  @Test("What is completed in one way goes on from there")
  func addressByTab() {
    var browser = Browser.settled()
    browser.go(to: "Sweden")
    typed("swe", in: &browser)
    browser.press(.complete)
    #expect(browser.prompt?.text == "se/")
    browser.press(.complete, .complete)
    #expect(browser.prompt?.text == "se/goteborg/" && browser.prompt?.completion?.count == 3)
    browser.press(.accept)
    browser.answerAll()
    #expect(browser.place[1] == "Göteborg")
  }

  @Test("Where nothing fits, Tab says what there is")
  func nothingFits() {
    var browser = Browser.settled()
    typed("zzz", in: &browser)
    browser.press(.complete)
    #expect(
      browser.prompt?.text == "zzz"
        && browser.prompt?.problem == "Nothing known begins so; \(key: .help) lists all commands.")
  }
}
