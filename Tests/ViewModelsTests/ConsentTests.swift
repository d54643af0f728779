import ExplorerStorage
import OpenPayments
import Testing
import ViewModels

struct ConsentTests {
  private func switched(to profile: Profile) -> Browser {
    var browser = Browser.withStored(profile)
    browser.press(.profiles, .moveToBottom, .acceptFilter)
    return browser
  }

  @Test("Production is asked about once in a run, before anything goes there")
  func production() {
    var browser = switched(to: Profiles.live)
    #expect(browser.question?.title == "PRODUCTION: call it as live?")
    #expect(browser.work == [.profiles(.noteUse("live"))])
    browser.wait(5)
    browser.send(.ticked)
    #expect(browser.status(of: .countries).visibleWait(at: browser.now) == nil, "nothing is under way")
    browser.press(.confirm)
    #expect(browser.work == [.platform(.browser(.load(.countries)), as: Profiles.live)])
    browser.answerAll()
    browser.press(.previousProfile)
    browser.press(.previousProfile)
    #expect(browser.profile == Profiles.live && browser.question == nil)
  }

  @Test("A no goes back to the profile before, and nothing was called", arguments: [Command.decline, .cancel, .quit])
  func declined(command: Command) {
    var browser = switched(to: Profiles.live)
    browser.press(command)
    #expect(browser.profile == World.psd2)
    #expect(browser.work == [.profiles(.noteUse("sandbox"))])
    #expect(browser.place[0] != nil)
  }

  @Test("A run that begins in production asks first; after a no the columns say so, and r asks again")
  func start() {
    var browser = Browser(Profiles.live, shelf: .init(own: [World.psd2], stored: Profiles.list(Profiles.live)))
    #expect(browser.question?.title == "PRODUCTION: call it as live?" && browser.work.isEmpty)
    browser.press(.decline)
    #expect(browser.status(of: .countries).failure?.message == "Not called: live was not agreed to.")
    browser.press(.refresh)
    #expect(browser.question?.title == "PRODUCTION: call it as live?" && browser.work.isEmpty)
    browser.press(.confirm)
    #expect(browser.work == [.platform(.browser(.load(.countries)), as: Profiles.live)])
  }

  @Test("Before a secret goes to hosts of the abandoned domain they are named; a yes is kept before anything goes out")
  func abandoned() {
    var browser = switched(to: Profiles.old)
    let hosts = ["auth.sandbox.openpaymentsplatform.com", "api.sandbox.openpaymentsplatform.com"]
    #expect(browser.question?.title == "Send the secret of \(Profiles.old.name) there?")
    browser.press(.confirm)
    #expect(browser.work == [.allow(hosts: hosts)])
    browser.send(.hostsAllowed(hosts))
    #expect(browser.work == [.platform(.browser(.load(.countries)), as: Profiles.old)])
  }

  @Test("What was allowed in an earlier run is not asked again")
  func allowedBefore() {
    let hosts = Set(Profiles.old.abandonedHosts)
    let shelf = ProfileShelf(own: [World.psd2], stored: Profiles.list(Profiles.old), allowedHosts: hosts)
    let browser = Browser(Profiles.old, shelf: shelf)
    #expect(browser.work == [.platform(.browser(.load(.countries)), as: Profiles.old)])
  }

  @Test("A test and a call side by side ask, too, and end with a no")
  func others() {
    var browser = Browser.withStored(Profiles.acme, Profiles.live)
    browser.press(.profiles, .moveToBottom, .testProfile)
    #expect(browser.question?.title == "PRODUCTION: call it as live?" && browser.work.isEmpty)
    browser.press(.decline)
    #expect(browser.context == .profiles && browser.profileTest == nil, "a no comes back to who asked")
    browser.press(.moveToBottom, .moveUp, .toggleMark, .toggleMark, .compare)
    #expect(browser.question?.title == "PRODUCTION: call it as live?" && browser.comparison != nil)
    let called = browser.work.compactMap {
      if case .platform(.comparison(.side(_, path: _)), let caller) = $0 { caller.profile } else { nil }
    }
    #expect(called == [Profiles.acme], "what needs no yes goes out")
    browser.press(.decline)
    #expect(browser.comparison == nil && browser.work == [.comparison(.stop)])
  }

  @Test("A no ends only what was asked about: no other call, and no renewal that never comes")
  func onlyAskedAbout() throws {
    var browser = Browser.withStored(Profiles.live)
    browser.press(.commandLine)
    browser.type("get /x")
    browser.press(.accept, .profiles, .moveToBottom, .testProfile, .decline)
    #expect(browser.call != nil && browser.profileTest == nil)
    browser = Browser(Profiles.live, shelf: .init(own: [World.psd2], stored: Profiles.list(Profiles.live)))
    browser.press(.decline, .token, .renewToken)
    #expect(browser.work.isEmpty)
    browser.press(.decline)
    let page = try #require(browser.tokenPage?.page)
    #expect(page.state.words == "none")
  }

  @Test("A yes to a test shows the test")
  func testAgreed() {
    var browser = Browser.withStored(Profiles.live)
    browser.press(.profiles, .moveToBottom, .testProfile, .confirm)
    #expect(browser.work == [.platform(.profiles(.test), as: Profiles.live)])
    #expect(browser.context == .profileTest)
  }

  @Test("Hosts are known for what they are, whoever names them")
  func facts() throws {
    func profile(_ auth: String, _ api: String) throws -> Profile {
      Profile(name: "x", environment: .hosts(auth: try BaseURL(auth), api: try BaseURL(api)), dialect: .psd2)
    }
    #expect(try profile("https://AUTH.openbankingplatform.com", "https://x.example").isProduction)
    #expect(try !profile("https://auth.openbankingplatform.com.evil.example", "https://x.example").isProduction)
    #expect(try profile("https://x.example", "https://api.sandbox.openpaymentsplatform.com").abandonedHosts.count == 1)
    #expect(try profile("https://x.example", "https://notopenpaymentsplatform.com").abandonedHosts.isEmpty)
    #expect(Profiles.live.preset == .production && Profiles.acme.preset == .sandbox)
  }
}
