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
      if browser.explorer.context.takesText { browser.type("abc") }
    }
  }

  /// All that a late answer must leave as it is.
  private struct Screen: Equatable {
    let context: Context
    let overlay: Overlay?
    let pinned: Inspection?
    let comparison: Int?
    let focus: Pane

    init(_ browser: Browser) {
      let explorer = browser.explorer
      (context, overlay, pinned) = (explorer.context, explorer.overlay, explorer.pinned)
      (comparison, focus) = (explorer.comparison?.id, explorer.focus)
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
    let before = Screen(browser)
    browser.send(.called(World.psd2.id, .answered(World.inspection("[]", status: 404))))
    #expect(Screen(browser) == before && browser.explorer.call == nil)
    let place = browser.explorer.isHistoryOpen ? "in this list" : "in the history (H)"
    #expect(browser.explorer.notice?.text == "/x has its answer (404). The call is \(place).")
    #expect(browser.explorer.columnsAreUntouched)
  }

  @Test("A failure does no more, and says why", arguments: Opened.allCases)
  func failures(opened: Opened) {
    var browser = Browser.settled()
    get(&browser)
    opened.open(&browser)
    let before = Screen(browser)
    browser.send(.called(World.psd2.id, .failed(World.failure())))
    #expect(Screen(browser) == before && browser.explorer.notice?.text == "busy wait a little")
  }

  /// Not a comparison, a filter and a search: Esc on the page they are on would cancel the call.
  @Test(
    "What was opened and closed again stands in nobody's way",
    arguments: Opened.allCases.filter { ![.comparison, .filter, .search].contains($0) })
  func closed(opened: Opened) {
    var browser = Browser.settled()
    get(&browser)
    opened.open(&browser)
    for _ in 0..<3 where browser.explorer.context != .columns { browser.press(.cancel) }
    #expect(browser.explorer.context == .columns)
    let answer = World.inspection("[]")
    browser.send(.called(World.psd2.id, .answered(answer)))
    #expect(browser.explorer.pinned == answer && browser.explorer.focus == .inspector)
  }

  @Test("A call that the history doesn't keep is not said to be there")
  func unkept() {
    var explorer = Explorer(
      shelf: ProfileShelf(own: [World.psd2]), profile: World.psd2, now: World.start,
      history: HistorySettings(isOn: false))
    _ = explorer.handle(.command(.commandLine), at: World.start)
    _ = explorer.handle(.typed("get /x"), at: World.start)
    _ = explorer.handle(.command(.accept), at: World.start)
    _ = explorer.handle(.command(.help), at: World.start)
    _ = explorer.handle(.called(World.psd2.id, .answered(World.inspection("[]"))), at: World.start)
    #expect(explorer.notice?.text == "/x has its answer (200). It is kept nowhere: ask again to see it.")
    #expect(explorer.context == .help && explorer.pinned == nil)
  }

  @Test("Asked for on the history's page it shows itself there, and takes the place of a comparison asked from")
  func askedThere() async throws {
    let kept = KeptHistory()
    try await kept.add(0..<3)
    var browser = await kept.browser()
    get(&browser)
    let answer = World.inspection("[]")
    browser.send(.called(World.psd2.id, .answered(answer)))
    #expect(browser.explorer.pinned == answer && !browser.explorer.isHistoryOpen)
    browser.press(.history)
    await kept.answer(&browser)
    browser.press(.mark, .mark, .compare)
    await kept.answer(&browser)
    #expect(browser.explorer.context == .comparison)
    get(&browser)
    let other = World.inspection("[1]")
    browser.send(.called(World.psd2.id, .answered(other)))
    #expect(browser.explorer.pinned == other && !browser.explorer.isHistoryOpen && browser.explorer.comparison == nil)
  }

  @Test(
    "An exchange of the history shows itself on its page alone, and only the last one asked for",
    arguments: [[Command.help], [.filter], [.history, .gettingStarted], [.gettingStarted], [.moveDown, .open]])
  func taken(commands: [Command]) async throws {
    let kept = KeptHistory()
    try await kept.add(0..<3)
    var browser = await kept.browser()
    browser.press(.open)
    let asked = try #require(browser.explorer.taking)
    let store: HistoryStore? = kept.store
    let answer = await store.take(asked.ids, for: asked.use)
    for command in commands { browser.press(command) }
    let before = Screen(browser)
    browser.send(answer)
    #expect(Screen(browser) == before)
    if commands == [.help] {
      #expect(
        browser.explorer.notice?.text
          == "What was asked of the history came while you were elsewhere: ask there again (H).")
    }
    if commands == [.moveDown, .open] {
      browser.send(await store.take(try #require(browser.explorer.taking).ids, for: .inspection))
      #expect(browser.inspectorText.contains { $0.contains("1") } && browser.explorer.isPinnedFromHistory)
    }
  }

  @Test("The name of an archive is not asked for over something else")
  func archives() async throws {
    let kept = KeptHistory()
    try await kept.add(0..<3)
    var browser = await kept.browser()
    browser.press(.mark, .saveRun, .filter)
    browser.type("12")
    let before = Screen(browser)
    await kept.answer(&browser)
    let asked = try #require(browser.explorer.taking)
    let store: HistoryStore? = kept.store
    browser.send(await store.take(asked.ids, for: asked.use))
    #expect(Screen(browser) == before)
  }

  @Test("A file that can't be written asks for another name only where it was saved", arguments: Opened.allCases)
  func saving(opened: Opened) {
    var browser = Browser.settled()
    browser.press(.saveBody, .accept)
    guard case .save(let source, let path)? = browser.work.first else {
      Issue.record("nothing is saved")
      return
    }
    var there = browser
    there.send(.saved(.failed(source, path: path, reason: "it exists already")))
    #expect(there.explorer.context == .prompt)
    opened.open(&browser)
    let before = Screen(browser)
    browser.send(.saved(.failed(source, path: path, reason: "it exists already")))
    #expect(Screen(browser) == before)
    #expect(browser.explorer.notice?.text == "\(path) was not saved: it exists already")
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
      let before = Screen(browser)
      browser.arrive(.aspsps(World.place("SE", "Stockholm")))
      #expect(Screen(browser) == before, "\(opened)")
      #expect(browser.place == ["Sweden", "Stockholm", "Handelsbanken"])
    }
  }

  @Test("A file that was read stays behind the keys that were looked up meanwhile")
  func file() {
    var explorer = Explorer(
      shelf: ProfileShelf(own: [World.psd2]), profile: World.psd2, now: World.start,
      file: FileReading(name: "x", size: 4))
    _ = explorer.handle(.command(.help), at: World.start)
    _ = explorer.handle(.fileRead(.done(World.inspection("[1]"))), at: World.start)
    #expect(explorer.context == .help && explorer.pinned != nil)
  }

  // MARK: - Forms

  @Test("What comes of one form changes no other, whether it is good news or bad", arguments: [true, false])
  func otherForm(isGood: Bool) {
    var browser = Browser.withStored(Profiles.acme, Profiles.beta)
    browser.press(.profiles, .moveToBottom, .editProfile)
    while browser.form?.cursor != .notes { browser.press(.nextField) }
    browser.type("x")
    browser.press(.save)
    guard case .changeProfiles(let change)? = browser.work.first else {
      Issue.record("nothing is saved")
      return
    }
    browser.press(.cancel, .addProfile)
    browser.type("new")
    let before = Screen(browser)
    browser.send(
      .profilesChanged(
        change,
        isGood ? .success(Profiles.list(Profiles.acme, Profiles.beta)) : .failure(ConfigurationError("disk full"))))
    #expect(Screen(browser) == before)
    #expect(browser.explorer.notice?.text == (isGood ? "beta is changed." : "Nothing was changed: disk full."))
  }

  @Test("A deletion closes no form that was opened since")
  func deletion() {
    var browser = Browser.withStored(Profiles.acme, Profiles.beta)
    browser.press(.profiles, .moveToBottom, .deleteProfile)
    guard case .changeProfiles(let change)? = browser.work.first else {
      Issue.record("nothing is deleted")
      return
    }
    browser.press(.addProfile)
    browser.type("new")
    let before = Screen(browser)
    browser.send(.profilesChanged(change, .success(Profiles.list(Profiles.acme))))
    #expect(Screen(browser) == before && browser.explorer.notice?.text == "beta is deleted; z brings it back.")
  }

  @Test("Nor does the portal: a secret that comes when one is elsewhere waits in the guide")
  func portal() {
    var browser = Browser.guided(Portal.Contents())
    browser.goToGuide(.application, "Register")
    browser.press(.open)
    browser.type("Till")
    browser.press(.save)
    guard case .portal(let task)? = browser.work.first else {
      Issue.record("nothing is registered")
      return
    }
    browser.press(.cancel)
    browser.goToGuide(.testUser, "Create")
    browser.press(.open)
    browser.type("anna@example.com")
    let before = Screen(browser)
    browser.send(.portal(task, .failure(PortalError("Nobody there."))))
    #expect(Screen(browser) == before && browser.explorer.notice?.text == "Nobody there.")
    let outcome = PortalOutcome(contents: .init(applications: [PortalWorld.till]), new: PortalWorld.new)
    browser.send(.portal(task, .success(outcome)))
    #expect(Screen(browser) == before)
    #expect(
      browser.explorer.notice?.text == "Till is registered: Enter at it, in step 1 of the guide, shows its secret.")
    browser.press(.cancel, .cancel)
    browser.goToGuide(.application, "Till")
    browser.press(.open)
    #expect(browser.explorer.overlay == .newApplication(NewApplicationPage(PortalWorld.new)))
    browser.press(.copySecret, .cancel, .open)
    #expect(browser.explorer.context == .guide, "it is shown once")
  }

  @Test("A yes that takes its time shows the test unless something else was opened")
  func consent() {
    for isElsewhere in [false, true] {
      var browser = Browser.withStored(Profiles.old)
      browser.press(.profiles, .moveToBottom, .testProfile, .confirm)
      if isElsewhere { browser.press(.commandLine) }
      let before = Screen(browser)
      browser.send(.hostsAllowed(Profiles.old.abandonedHosts))
      #expect(browser.work == (isElsewhere ? [] : [.testProfile(Profiles.old)]))
      #expect(isElsewhere ? Screen(browser) == before : browser.explorer.context == .profileTest)
    }
  }
}

extension Explorer {
  /// Whether the cursors are where a settled browser begins.
  fileprivate var columnsAreUntouched: Bool { countries.cursor == 0 && cities.cursor == 0 && aspsps.cursor == 0 }
}
