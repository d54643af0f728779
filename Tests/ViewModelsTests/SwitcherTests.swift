import ExplorerStorage
import FoundationEssentials
import OpenPayments
import Testing
import ViewModels

struct SwitcherTests {
  private func names(_ browser: Browser) -> [String] {
    guard let switcher = browser.switcher else { return [] }
    return (0..<switcher.list.count).compactMap { switcher.profile(at: $0)?.name }
  }

  @Test("It reads the stored profiles anew and looks for kept tokens, without losing the cursor's place")
  func reading() {
    var browser = Browser.withStored(Profiles.acme)
    browser.press(.profiles)
    #expect(browser.work == [.profiles(.read), .profiles(.lookForTokens([World.psd2, World.seed, Profiles.acme]))])
    browser.press(.moveDown, .moveDown)
    #expect(browser.switcher?.selected == Profiles.acme)
    browser.send(.profilesRead(Profiles.list(Profiles.beta, Profiles.acme)))
    #expect(names(browser) == ["sandbox", "sandbox-seed", "beta", "acme"])
    #expect(browser.switcher?.selected == Profiles.acme)
    browser.send(.tokenSeen(browser.tag(of: Profiles.acme), until: browser.now + 600))
    #expect(browser.tokenStatus(of: Profiles.acme) == .valid(until: browser.now + 600))
  }

  @Test("What is wrong with the file is said at the start, and one can go on")
  func problem() {
    var list = Profiles.list(Profiles.acme)
    list.problems = [ConfigurationError("profiles.yaml:3:5: no")]
    let browser = Browser(World.psd2, shelf: .init(own: [World.psd2], stored: list))
    #expect(browser.notice?.text == "profiles.yaml:3:5: no; :profiles lists the profiles.")
    #expect(browser.work == [.platform(.browser(.load(.countries)), as: World.psd2)])
  }

  @Test("The one in use stands first, then the one used last")
  func recency() {
    var browser = Browser.withStored(Profiles.acme, Profiles.beta)
    browser.press(.profiles, .moveToBottom, .acceptFilter)
    #expect(browser.profile == Profiles.beta)
    browser.wait(5)
    browser.press(.profiles)
    #expect(names(browser) == ["beta", "sandbox", "sandbox-seed", "acme"])
    browser.press(.moveToBottom, .acceptFilter)
    browser.wait(5)
    browser.press(.profiles)
    #expect(names(browser) == ["acme", "beta", "sandbox", "sandbox-seed"])
  }

  @Test("A filter finds by name, place and scope; Enter takes the best, Esc first drops the filter")
  func filtering() {
    var browser = Browser.withStored(Profiles.acme, Profiles.live)
    browser.press(.profiles, .filter)
    #expect(browser.context == .profileFilter)
    browser.type("produ")
    #expect(names(browser) == ["live"])
    browser.press(.cancel)
    #expect(browser.context == .profiles && names(browser).count == 4)
    browser.press(.filter)
    browser.type("acm")
    browser.press(.acceptFilter)
    #expect(browser.profile == Profiles.acme)
    browser.press(.profiles, .filter)
    browser.type("zzz")
    browser.press(.acceptFilter)
    #expect(browser.profile == Profiles.acme && browser.notice?.text == "No profile fits the filter.")
  }

  @Test("What arrives late for a profile that was changed meanwhile is never shown under its new facts")
  func lateAnswer() {
    var browser = Browser.withStored(Profiles.acme)
    browser.press(.profiles, .moveToBottom, .acceptFilter)
    var changed = Profiles.acme
    changed.scopes = ["accountinformation", "corporate"]
    let former = browser.tag
    browser.press(.profiles, .editProfile)
    let change = ProfileChange.replace(name: "acme", with: changed, secret: nil)
    browser.send(.profilesChanged(change, .success(Profiles.list(changed))))
    #expect(browser.profile == changed)
    #expect(browser.work.contains(.platform(.browser(.load(.countries)), as: changed)))
    browser.send(.loaded(former, .countries, World.outcome(of: .countries, at: browser.now)))
    browser.send(.tokenChanged(former, .refused))
    #expect(browser.place == [nil, nil, nil] && browser.token == .none)
    browser.arrive(.countries)
    #expect(browser.place[0] != nil)
  }

  @Test("A new colour or name loads nothing anew")
  func cosmetic() {
    var browser = Browser.withStored(Profiles.acme)
    browser.press(.profiles, .moveToBottom, .acceptFilter)
    browser.answerAll()
    browser.send(.tokenChanged(browser.tag(of: Profiles.acme), .valid(until: browser.now + 900)))
    var changed = Profiles.acme
    (changed.accent, changed.name) = (.green, "acme-2")
    let change = ProfileChange.replace(name: "acme", with: changed, secret: nil)
    browser.send(.profilesChanged(change, .success(Profiles.list(changed))))
    #expect(browser.profile == changed)
    #expect(browser.work == [.profiles(.rename(changed)), .profiles(.noteUse("acme-2"))])
    #expect(browser.place[0] != nil)
    #expect(browser.token == .valid(until: browser.now + 900))
  }

  @Test("What was known under a profile goes with it, and that of the others stays")
  func former() {
    var browser = Browser.withStored(Profiles.acme, Profiles.beta)
    browser.answerAll()
    browser.press(.profiles, .moveToBottom, .acceptFilter)
    browser.answerAll()
    browser.send(.tokenChanged(browser.tag(of: Profiles.beta), .refused))
    browser.press(.previousProfile)
    #expect(browser.directory(of: Profiles.beta).countries.latest != nil)
    browser.send(.profilesRead(Profiles.list(Profiles.acme)))
    #expect(browser.directory(of: Profiles.beta).countries.latest == nil)
    #expect(browser.tokenStatus(of: Profiles.beta) == .none)
    #expect(browser.directory.countries.latest != nil)
    browser.send(.exchanged(browser.tag(of: Profiles.beta), World.exchange(body: [])))
    browser.press(.saveRun)
    #expect(browser.context == .prompt)
  }

  @Test("A deleted profile can be brought back; the one in use and the program's own stay")
  func deleting() {
    var browser = Browser.withStored(Profiles.acme)
    browser.press(.profiles, .deleteProfile)
    #expect(browser.work.isEmpty && browser.notice?.text == "sandbox is the program's own and stays.")
    browser.press(.moveToBottom, .undoDelete)
    #expect(browser.work.isEmpty && browser.notice?.text == "No profile has been deleted.")
    browser.press(.deleteProfile)
    #expect(browser.work == [.profiles(.change(.remove(name: "acme")))])
    browser.press(.acceptFilter, .profiles, .deleteProfile)
    #expect(browser.notice?.text == "acme is in use: switch to another one first.")
  }

  @Test("What could not be changed is said, and the form keeps what was typed")
  func failedChange() {
    var browser = Browser.withStored(Profiles.acme)
    browser.press(.profiles, .moveToBottom, .editProfile, .save)
    guard case .profiles(.change(let change))? = browser.work.first else {
      Issue.record("nothing is saved")
      return
    }
    browser.send(.profilesChanged(change, .failure(ConfigurationError("profiles.yaml:3:1: no"))))
    guard let form = browser.form else {
      Issue.record("the form is gone")
      return
    }
    #expect(form.problem == "Not saved: profiles.yaml:3:1: no" && !form.isBusy)
    #expect(form[.name]?.text == "acme")
  }

  @Test("Two marked profiles make the current call side by side, each as itself")
  func sideBySide() {
    var browser = Browser.withStored(Profiles.acme, Profiles.beta)
    browser.press(.profiles, .compare)
    #expect(browser.notice?.text.hasPrefix(":toggle-mark marks profiles") == true)
    browser.press(.moveToBottom, .moveUp, .toggleMark, .toggleMark, .compare)
    let calls = browser.work.compactMap { effect -> String? in
      if case .platform(.comparison(.side(_, path: _)), let caller) = effect { caller.profile.name } else { nil }
    }
    #expect(calls == ["acme", "beta"])
    #expect(!browser.hasOverlay && browser.comparison?.sides.count == 2)
  }

  @Test("Without a dialect in common the call is made under none, and the reason said")
  func otherDialect() {
    var browser = Browser.withStored(Profiles.acme)
    browser.press(.profiles, .moveDown, .toggleMark, .toggleMark, .compare)
    #expect(browser.work.isEmpty)
    #expect(browser.notice?.text.contains("speaks seed") == true)
  }

  @Test("Forgetting a token says what became of it")
  func forgetting() {
    var browser = Browser.withStored(Profiles.acme)
    browser.press(.profiles, .moveToBottom, .forgetToken)
    #expect(browser.work == [.profiles(.forgetToken(Profiles.acme))])
    browser.send(.tokenSeen(browser.tag(of: Profiles.acme), until: browser.now + 600))
    browser.send(.token(browser.tag(of: Profiles.acme), .forgotten(nil)))
    #expect(browser.notice?.text == "acme: Forgotten, also where it was kept.")
    #expect(browser.tokenStatus(of: Profiles.acme) == .none)
  }

  @Test("A test tells each step, and what fails with the exchange behind it; its late steps are dropped")
  func testing() {
    var browser = Browser.withStored(Profiles.acme)
    browser.press(.profiles, .moveToBottom, .testProfile)
    #expect(browser.work == [.platform(.profiles(.test), as: Profiles.acme)])
    #expect(browser.context == .profileTest && browser.profileTest?.isRunning == true)
    let failure = LoadFailure(
      message: "Scope refused.", suggestion: "Try.", inspection: Inspection(World.exchange(body: [])))
    browser.send(.profiles(.tested(browser.tag(of: Profiles.beta), .token(.failure(failure)), advice: nil)))
    #expect(browser.profileTest?.isRunning == true)
    browser.send(.profiles(.tested(browser.tag(of: Profiles.acme), .token(.failure(failure)), advice: "Because.")))
    #expect(browser.profileTest?.failure == failure && browser.profileTest?.advice == "Because.")
    browser.press(.openTestedCall)
    #expect(browser.pinned == failure.inspection)
    browser.press(.profiles, .moveToBottom, .testProfile, .cancel)
    #expect(browser.switcher?.selected == Profiles.acme && browser.profileTest == nil)
  }
}
