import ExplorerStorage
import FoundationEssentials
import OpenPayments
import PortalClient
import Testing

@testable import ViewModels

/// What comes late shows itself only to somebody who is still where it was asked for.
struct LateAnswerTests {
  /// What somebody may have opened while something was on its way.
  enum Opened: String, CaseIterable {
    case history, guide, comparison, requestForm, profileForm, prompt, help, token, filter, search, menu, finder

    func open(_ browser: inout Browser) {
      switch self {
      case .history: browser.press(.history)
      case .guide: browser.press(.gettingStarted)
      case .comparison: browser.press(.compare, .startComparison)
      case .requestForm: browser.press(.edit)
      case .profileForm: browser.press(.profiles, .addProfile)
      case .prompt: browser.press(.commandLine)
      case .help: browser.press(.help)
      case .token: browser.press(.token)
      case .filter: browser.press(.filter)
      case .search: browser.press(.nextPane, .search)
      case .menu: browser.press(.copy)
      case .finder: browser.press(.find)
      }
      if browser.context.takesText { browser.type("abc") }
    }
  }

  private func get(_ browser: inout Browser, _ path: String = "/x") {
    browser.press(.commandLine)
    browser.type("get \(path)")
    browser.press(.accept)
  }

  @Test("An answer leaves what was opened since as it is, and says where it can be seen", arguments: Opened.allCases)
  func calls(opened: Opened) {
    var browser = Browser.settled()
    get(&browser)
    opened.open(&browser)
    let before = browser.sight
    browser.send(.call(browser.tag(of: World.psd2), .answered(.answered(World.inspection("[]", status: 404)))))
    #expect(browser.sight == before && browser.call == nil)
    let place = browser.isHistoryOpen ? "in this list" : "in the history (:history)"
    #expect(browser.notice?.text == "/x has its answer (404). The call is \(place).")
    #expect(browser.columnsAreUntouched)
  }

  @Test("A failure does no more, and says why", arguments: Opened.allCases)
  func failures(opened: Opened) {
    var browser = Browser.settled()
    get(&browser)
    opened.open(&browser)
    let before = browser.sight
    browser.send(.call(browser.tag(of: World.psd2), .answered(.failed(World.failure()))))
    #expect(browser.sight == before && browser.notice?.text == "busy wait a little")
  }

  /// Not a comparison, a filter and a search: Esc on the page they are on would cancel the call.
  @Test(
    "What was opened and closed again stands in nobody's way",
    arguments: Opened.allCases.filter { ![.comparison, .filter, .search].contains($0) })
  func closed(opened: Opened) {
    var browser = Browser.settled()
    get(&browser)
    opened.open(&browser)
    for _ in 0..<3 where browser.context != .columns { browser.press(.cancel) }
    #expect(browser.context == .columns)
    let answer = World.inspection("[]")
    browser.send(.call(browser.tag(of: World.psd2), .answered(.answered(answer))))
    #expect(browser.pinned == answer && browser.focus == .inspector)
  }

  @Test("A call that the history doesn't keep is not said to be there")
  func unkept() {
    var browser = Browser(
      World.psd2, shelf: ProfileShelf(own: [World.psd2]), history: HistorySettings(isOn: false))
    get(&browser)
    browser.press(.help)
    browser.send(.call(browser.tag(of: World.psd2), .answered(.answered(World.inspection("[]")))))
    #expect(browser.notice?.text == "/x has its answer (200). It is kept nowhere: ask again to see it.")
    #expect(browser.context == .help && browser.pinned == nil)
  }

  @Test("Asked for on the history's page it shows itself there, and takes the place of a comparison asked from")
  func askedThere() async throws {
    let kept = KeptHistory()
    try await kept.add(0..<3)
    var browser = await kept.browser()
    get(&browser)
    let answer = World.inspection("[]")
    browser.send(.call(browser.tag(of: World.psd2), .answered(.answered(answer))))
    #expect(browser.pinned == answer && !browser.isHistoryOpen)
    browser.press(.history)
    await kept.answer(&browser)
    browser.press(.mark, .mark, .compare)
    await kept.answer(&browser)
    #expect(browser.context == .comparison)
    get(&browser)
    let other = World.inspection("[1]")
    browser.send(.call(browser.tag(of: World.psd2), .answered(.answered(other))))
    #expect(browser.pinned == other && !browser.isHistoryOpen && browser.comparison == nil)
  }

  @Test(
    "An exchange of the history shows itself on its page alone, and only the last one asked for",
    arguments: [[Command.help], [.filter], [.history, .gettingStarted], [.gettingStarted], [.moveDown, .open]])
  func taken(commands: [Command]) async throws {
    let kept = KeptHistory()
    try await kept.add(0..<3)
    var browser = await kept.browser()
    browser.press(.open)
    let asked = try #require(browser.taking)
    let store: HistoryStore? = kept.store
    let answer = await store.take(asked.ids, for: asked.use)
    for command in commands { browser.press(command) }
    let before = browser.sight
    browser.send(.history(answer))
    #expect(browser.sight == before)
    if commands == [.help] {
      #expect(
        browser.notice?.text
          == "What was asked of the history came while you were elsewhere: ask there again (:history).")
    }
    if commands == [.moveDown, .open] {
      browser.send(.history(await store.take(try #require(browser.taking).ids, for: .inspection)))
      #expect(browser.inspectorText.contains { $0.contains("1") } && browser.isPinnedFromHistory)
    }
  }

  @Test("The name of an archive is not asked for over something else")
  func archives() async throws {
    let kept = KeptHistory()
    try await kept.add(0..<3)
    var browser = await kept.browser()
    browser.press(.mark, .saveRun, .filter)
    browser.type("12")
    let before = browser.sight
    await kept.answer(&browser)
    let asked = try #require(browser.taking)
    let store: HistoryStore? = kept.store
    browser.send(.history(await store.take(asked.ids, for: asked.use)))
    #expect(browser.sight == before)
  }

  @Test("A file that can't be written asks for another name only where it was saved", arguments: Opened.allCases)
  func saving(opened: Opened) {
    var browser = Browser.settled()
    browser.press(.saveBody, .accept)
    guard case .saving(.write(let source, let path))? = browser.work.first else {
      Issue.record("nothing is saved")
      return
    }
    var there = browser
    there.send(.saved(.failed(source, path: path, reason: "it exists already")))
    #expect(there.context == .prompt)
    opened.open(&browser)
    let before = browser.sight
    browser.send(.saved(.failed(source, path: path, reason: "it exists already")))
    #expect(browser.sight == before)
    #expect(browser.notice?.text == "\(path) was not saved: it exists already")
  }

  @Test("The last list on the way to a place takes the focus from nothing that was opened on the way")
  func arriving() {
    for opened in [Opened.comparison, .requestForm, .search] {
      var browser = Browser.settled()
      browser.press(.commandLine)
      browser.type("se/stockholm/HANDSESS")
      browser.press(.accept)
      browser.arrive(.cities(isoCountryCode: "SE"))
      if opened == .requestForm { browser.pin(World.inspection("[7]")) }
      opened.open(&browser)
      let before = browser.sight
      browser.arrive(.aspsps(World.place("SE", "Stockholm")))
      #expect(browser.sight == before, "\(opened)")
      #expect(browser.place == ["Sweden", "Stockholm", "Handelsbanken"])
    }
  }

  @Test("A file that was read stays behind the keys that were looked up meanwhile")
  func file() {
    var browser = Browser(
      World.psd2, shelf: ProfileShelf(own: [World.psd2]), file: FileReading(name: "x", size: 4))
    browser.press(.help)
    browser.send(.fileRead(.done(World.inspection("[1]"))))
    #expect(browser.context == .help && browser.pinned != nil)
  }

  // MARK: - Forms

  @Test("What comes of one form changes no other, whether it is good news or bad", arguments: [true, false])
  func otherForm(isGood: Bool) {
    var browser = Browser.withStored(Profiles.acme, Profiles.beta)
    browser.press(.profiles, .moveToBottom, .editProfile)
    while browser.form?.cursor != .notes { browser.press(.nextField) }
    browser.type("x")
    browser.press(.save)
    guard case .profiles(.change(let change))? = browser.work.first else {
      Issue.record("nothing is saved")
      return
    }
    browser.press(.cancel, .addProfile)
    browser.type("new")
    let before = browser.sight
    browser.send(
      .profilesChanged(
        change,
        isGood ? .success(Profiles.list(Profiles.acme, Profiles.beta)) : .failure(ConfigurationError("disk full"))))
    #expect(browser.sight == before)
    #expect(browser.notice?.text == (isGood ? "beta is changed." : "Nothing was changed: disk full."))
  }

  @Test("A deletion closes no form that was opened since")
  func deletion() {
    var browser = Browser.withStored(Profiles.acme, Profiles.beta)
    browser.press(.profiles, .moveToBottom, .deleteProfile)
    guard case .profiles(.change(let change))? = browser.work.first else {
      Issue.record("nothing is deleted")
      return
    }
    browser.press(.addProfile)
    browser.type("new")
    let before = browser.sight
    browser.send(.profilesChanged(change, .success(Profiles.list(Profiles.acme))))
    #expect(browser.sight == before && browser.notice?.text == "beta is deleted; :undo-delete brings it back.")
  }

  @Test("Nor does the portal: a secret that comes when one is elsewhere waits in the guide")
  func portal() {
    var browser = Browser.guided(Portal.Contents())
    browser.goToGuide(.application, "Register")
    browser.press(.open)
    browser.type("Till")
    browser.press(.save)
    guard case .guide(.portal(let task))? = browser.work.first else {
      Issue.record("nothing is registered")
      return
    }
    browser.press(.cancel)
    browser.goToGuide(.testUser, "Create")
    browser.press(.open)
    browser.type("anna@example.com")
    let before = browser.sight
    browser.send(.guide(.portal(task, .failure(PortalError("Nobody there.")))))
    #expect(browser.sight == before && browser.notice?.text == "Nobody there.")
    let outcome = PortalOutcome(contents: .init(applications: [PortalWorld.till]), new: PortalWorld.new)
    browser.send(.guide(.portal(task, .success(outcome))))
    #expect(browser.sight == before)
    #expect(browser.notice?.text == "Till is registered: :open at it, in step 1 of the guide, shows its secret.")
    browser.press(.cancel, .cancel)
    browser.goToGuide(.application, "Till")
    browser.press(.open)
    #expect(browser.newApplication == NewApplicationPage(PortalWorld.new))
    browser.press(.copySecret, .cancel, .open)
    #expect(browser.context == .guide, "it is shown once")
  }

  @Test("A yes that takes its time shows the test unless something else was opened")
  func consent() {
    for isElsewhere in [false, true] {
      var browser = Browser.withStored(Profiles.old)
      browser.press(.profiles, .moveToBottom, .testProfile, .confirm)
      if isElsewhere { browser.press(.cancel) }
      let before = browser.sight
      browser.send(.hostsAllowed(Profiles.old.abandonedHosts))
      #expect(browser.work == (isElsewhere ? [] : [.platform(.profiles(.test), as: Profiles.old)]))
      #expect(isElsewhere ? browser.sight == before : browser.context == .profileTest)
    }
  }
}

extension Browser {
  /// Whether the cursors are where a settled browser begins.
  fileprivate var columnsAreUntouched: Bool { countries.cursor == 0 && cities.cursor == 0 && aspsps.cursor == 0 }
}
