import ExplorerStorage
import FoundationEssentials
import OpenPayments
import Testing

@testable import ViewModels

/// The profile in use is changed while something is under way as it.
struct RenamingTests {
  /// Changes that no call depends on.
  enum Change: String, CaseIterable {
    case name, colour, notes, all

    func applied(to profile: Profile) -> Profile {
      var changed = profile
      if [.name, .all].contains(self) { changed.name = "renamed" }
      if [.colour, .all].contains(self) { changed.accent = .green }
      if [.notes, .all].contains(self) { changed.notes = "for tests" }
      return changed
    }
  }

  private static let acme = Profiles.acme

  private func browser(_ others: Profile...) -> Browser {
    var list = ProfileList()
    list.profiles = [Self.acme] + others
    var browser = Browser(Self.acme, rows: 40, shelf: .init(own: [World.psd2], stored: list))
    browser.answerAll()
    return browser
  }

  private func replace(_ old: Profile, with new: Profile, _ others: Profile..., in browser: inout Browser) {
    var list = ProfileList()
    list.profiles = [new] + others
    browser.send(.profilesChanged(.replace(name: old.name, with: new, secret: nil), .success(list)))
  }

  @Test("Another name, colour or notes let a walk go on to its end", arguments: Change.allCases)
  func walks(change: Change) {
    var browser = browser()
    browser.press(.find, .readDirectory)
    guard case .platform(.browser(.walk), _)? = browser.work.first else {
      Issue.record("nothing is read")
      return
    }
    let changed = change.applied(to: Self.acme)
    replace(Self.acme, with: changed, in: &browser)
    let renaming: [Effect] = changed.name == Self.acme.name ? [] : [.profiles(.rename(changed))]
    #expect(browser.profile == changed && browser.work == renaming + [.profiles(.noteUse(changed.name))])
    browser.arrive(.cities(isoCountryCode: "SE"))
    #expect(browser.directory.cities["SE"]?.latest != nil)
    browser.send(.browser(.walked(browser.tag, DirectoryProgress(done: 1, failed: 0, left: 2, isTotalKnown: true))))
    #expect(browser.walk?.progress.done == 1)
    browser.send(.browser(.walkEnded(browser.tag, nil)))
    #expect(browser.walk == nil)
  }

  @Test("A renewal and a check come to their end", arguments: Change.allCases)
  func tokens(change: Change) throws {
    var browser = browser()
    let report = World.report()
    browser.obtain(report)
    browser.press(.token, .checkSignature)
    let changed = change.applied(to: Self.acme)
    replace(Self.acme, with: changed, in: &browser)
    #expect(browser.tokenRecord.checkingSince != nil && browser.token != .none)
    browser.send(.token(browser.tag, .checked(report, .success(.valid(keyID: "1", algorithm: "ES256")))))
    #expect(browser.tokenRecord.check == .done(.valid(keyID: "1", algorithm: "ES256")))
    browser.press(.renewToken)
    replace(changed, with: Self.acme, in: &browser)
    #expect(browser.tokenRecord.isRenewing)
    browser.send(.token(browser.tag, .renewed(nil)))
    #expect(!browser.tokenRecord.isRenewing && browser.tokenRecord.report == report)
  }

  @Test("A check begun under the former name can be stopped, and a wait of it ended", arguments: Change.allCases)
  func stopping(change: Change) {
    var browser = browser()
    browser.obtain(World.report())
    browser.press(.token, .checkSignature)
    let changed = change.applied(to: Self.acme)
    replace(Self.acme, with: changed, in: &browser)
    browser.press(.cancel)
    #expect(browser.work.contains(.token(.stopChecking, of: changed)) && browser.visibleCheck == nil)
    browser.press(.cancel, .refresh)
    let wait = RetryWait(
      exchange: World.exchange(body: [], status: 503, operation: .countries), nextTry: 2, tries: 3,
      until: browser.now + 10)
    browser.send(.retryBegan(browser.tag, PendingRetry(wait)))
    #expect(browser.retry(of: .countries) == wait)
    browser.press(.refresh)
    #expect(browser.work.contains(.retryNow(changed)))
    browser.send(.retryEnded(browser.tag, wait))
    #expect(browser.retry(of: .countries) == nil)
  }

  @Test("A token for the clipboard arrives", arguments: Change.allCases)
  func token(change: Change) {
    var browser = browser()
    let exchange = TokenOwnerTests.exchange(at: "api.sandbox.openbankingplatform.com")
    browser.pin(Inspection(exchange), madeUnder: Self.acme.name)
    browser.press(.copy, .copyCurlWithToken, .confirm)
    replace(Self.acme, with: change.applied(to: Self.acme), in: &browser)
    browser.send(.copying(.tokenFetched(browser.tag, .success(Secret("t0k3n")), for: exchange)))
    #expect(browser.work.count == 1)
  }

  @Test("Loads, calls and guide calls arrive", arguments: Change.allCases)
  func calls(change: Change) {
    var browser = browser()
    let changed = change.applied(to: Self.acme)
    browser.press(.refresh, .commandLine)
    browser.type("get /x")
    browser.press(.accept)
    replace(Self.acme, with: changed, in: &browser)
    browser.arrive(.countries)
    #expect(browser.directory.loading.isEmpty && !browser.isBusy == (browser.call == nil))
    let answer = World.inspection("[]")
    browser.send(.call(browser.tag, .answered(.answered(answer))))
    #expect(browser.call == nil && browser.pinned == answer)
    browser.press(.gettingStarted)
    browser.goToGuide(.integrate, "5.2")
    browser.press(.open)
    replace(changed, with: Self.acme, in: &browser)
    browser.send(
      .guide(.called(browser.tag, .countries, .success(GuideAnswer(summary: "3", inspection: answer, next: nil)))))
    #expect(browser.guide.answer(to: .countries) != nil && browser.guide.runningCall == nil)
  }

  @Test("What changes the calls ends all that is under way, and nothing is left turning")
  func facts() {
    var browser = browser()
    browser.obtain(World.report())
    browser.press(.find, .readDirectory, .cancel, .cancel)
    browser.press(.find, .readDirectory)
    browser.press(.quit, .token, .checkSignature, .cancel)
    browser.press(.renewToken)
    browser.press(.checkSignature)
    var changed = Self.acme
    changed.scopes = ["corporate"]
    replace(Self.acme, with: changed, in: &browser)
    #expect(browser.work.contains(.token(.stopRenewing, of: Self.acme)))
    #expect(browser.work.contains(.token(.stopChecking, of: Self.acme)))
    #expect(browser.tokenRecord == TokenRecord() && browser.token == .none)
    #expect(browser.work.contains(.browser(.cancelWalk)) && browser.walk == nil)
  }

  @Test("An exchange that is looked at stays though the profile in use becomes another")
  func pinned() {
    var browser = browser()
    let answer = World.inspection("[7]")
    browser.pin(answer, madeUnder: "acme")
    var changed = Self.acme
    changed.scopes = ["corporate"]
    browser.send(.profilesRead(Profiles.list(changed)))
    #expect(browser.pinned == answer && browser.profile == changed)
  }

  @Test("Production is not asked about again after another name; the way back and what was known stay")
  func carried() {
    let live = Profiles.live
    var browser = Browser(live, shelf: .init(own: [World.psd2], stored: Profiles.list(live)))
    browser.press(.confirm)
    browser.answerAll()
    browser.press(.profiles, .moveToBottom, .acceptFilter)
    #expect(browser.profile == World.psd2)
    var renamed = live
    renamed.name = "renamed"
    browser.send(.profilesChanged(.replace(name: "live", with: renamed, secret: nil), .success(Profiles.list(renamed))))
    browser.press(.previousProfile)
    #expect(browser.profile == renamed && browser.context == .columns)
    #expect(browser.place[0] != nil && browser.work == [.browser(.cancel(.countries)), .profiles(.noteUse("renamed"))])
  }

  @Test("A new profile with the former name shares nothing, and ends nothing")
  func formerName() {
    var browser = browser()
    browser.obtain(World.report())
    browser.press(.find, .readDirectory)
    var renamed = Self.acme
    renamed.name = "renamed"
    replace(Self.acme, with: renamed, in: &browser)
    #expect(browser.walk != nil)
    var list = ProfileList()
    list.profiles = [renamed, Self.acme]
    browser.send(.profilesChanged(.add(Self.acme, secret: nil), .success(list)))
    #expect(browser.walk != nil && browser.tag(of: Self.acme) != browser.tag)
    browser.send(.tokenChanged(browser.tag(of: Self.acme), .refused))
    #expect(browser.token == .valid(until: World.report().expiresAt))
    #expect(browser.tokenStatus(of: Self.acme) == .refused)
  }
}
