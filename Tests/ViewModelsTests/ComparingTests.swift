import ExplorerStorage
import FoundationEssentials
import OpenPayments
import Testing

@testable import ViewModels

struct ComparingTests {
  private static func profile(_ name: String, api: String) throws -> Profile {
    Profile(
      name: name,
      environment: .hosts(auth: try BaseURL("https://auth.example"), api: try BaseURL(api)),
      application: Application(clientID: "id", secret: .given(Secret("s"))), dialect: .psd2)
  }

  private func menu(_ browser: Browser) throws -> CompareMenu { try #require(browser.compareMenu) }

  private func comparison(_ browser: Browser) throws -> Comparison { try #require(browser.comparison) }

  /// The calls that the last action asked for.
  private func calls(_ browser: Browser) -> [(profile: String, path: String, key: SideKey)] {
    browser.work.compactMap { effect in
      if case .platform(.comparison(.side(let key, path: let path)), let caller) = effect {
        (caller.profile.name, path, key)
      } else {
        nil
      }
    }
  }

  /// Carries out the work of comparing that the last action asked for.
  private func compare(_ browser: inout Browser) throws {
    for case .comparison(.compare(let pair, let id)) in browser.work {
      browser.send(.comparison(.compared(id, try ExchangeDifference(pair))))
    }
  }

  private func now(_ browser: inout Browser, _ body: String) throws {
    browser.press(.compare, .startComparison)
    let key = try #require(calls(browser).first?.key)
    browser.send(.comparison(.answered(key, .success(World.inspection(body)))))
    try compare(&browser)
  }

  @Test("The same call is made again under the same profile, and what differs is shown from the first difference on")
  func again() throws {
    var browser = Browser.settled()
    browser.press(.compare)
    #expect(browser.context == .compareMenu)
    #expect(try menu(browser).choices.map(\.title) == ["now", "sandbox-seed"])
    browser.press(.startComparison)
    #expect(browser.context == .comparison)
    #expect(calls(browser).map(\.profile) == ["sandbox"])
    #expect(calls(browser).map(\.path) == ["/psd2/x"])
    #expect(try comparison(browser).waitingSince == browser.now)
    let key = try #require(calls(browser).first?.key)
    let body = #"{"countries":[{"name":"DE"},{"name":"NO"},{"name":"FI"}]}"#
    browser.send(.comparison(.answered(key, .success(World.inspection(body)))))
    #expect(try comparison(browser).comparingSince == browser.now)
    try compare(&browser)
    #expect(try comparison(browser).waitingSince == nil)
    #expect(try comparison(browser).difference?.differenceCount == 1)
    #expect(try comparison(browser).list.number == 1)
    #expect(try comparison(browser).path == "$.countries[2].name")
  }

  @Test("A profile of another dialect is refused in words, and nothing is sent")
  func otherDialect() throws {
    var browser = Browser.settled()
    browser.press(.compare, .moveDown)
    let choice = try #require(menu(browser).selected)
    #expect(!choice.isPossible)
    for command in [Command.startComparison, .toggleMark] {
      browser.press(command)
      #expect(browser.notice?.text == "sandbox-seed speaks seed, and this call is psd2: the paths differ.")
      #expect(browser.work.isEmpty && browser.comparison == nil)
    }
  }

  @Test("A call that somebody typed is of no dialect: now goes to the profile it was made under, and others are open")
  func typedPath() throws {
    var browser = Browser.settled()
    let typed = World.inspection("[1]", operation: .get)
    browser.pin(typed, madeUnder: "sandbox")
    browser.press(.compare)
    #expect(try menu(browser).choices.map(\.isPossible) == [true, true])
    browser.press(.startComparison)
    #expect(calls(browser).map(\.profile) == ["sandbox"])
    #expect(try comparison(browser).left.name == "sandbox")
  }

  @Test("A call of a profile that is not here, or of none that is known, is never made as another one unless chosen")
  func otherProfile() throws {
    let call = World.inspection("[1]", operation: .get)
    for (name, words) in [("gone", "There is no profile gone here"), (nil, "Under which profile")] {
      var browser = Browser.settled()
      browser.pin(call, madeUnder: name)
      browser.press(.compare)
      #expect(try menu(browser).choices.map(\.title) == ["now", "sandbox", "sandbox-seed"])
      browser.press(.startComparison)
      #expect(browser.work.isEmpty && browser.notice?.text.hasPrefix(words) == true)
      browser.press(.moveDown, .startComparison)
      #expect(calls(browser).map(\.profile) == ["sandbox"])
      #expect(try comparison(browser).left.name == name ?? "api.example")
    }
  }

  @Test("Marked profiles are called at once, each for the path below its own address, and compared one after the other")
  func severalProfiles() throws {
    let home = try Self.profile("home", api: "https://api.example/psd2")
    let (acme, other) = (
      try Self.profile("acme", api: "https://acme.example"),
      try Self.profile("other", api: "https://other.example/base")
    )
    var browser = Browser(home, profiles: [home, acme, other])
    browser.answerAll()
    browser.press(.compare, .moveDown, .toggleMark, .moveDown, .toggleMark)
    #expect(try menu(browser).marked == [browser.tag(of: acme), browser.tag(of: other)])
    browser.press(.startComparison)
    let calls = calls(browser)
    #expect(calls.map(\.profile) == ["acme", "other"])
    // `/psd2` is part of home's own address here.
    #expect(calls.map(\.path) == ["/x", "/x"])
    browser.send(.comparison(.answered(calls[1].key, .success(World.inspection("[1]")))))
    #expect(browser.work.isEmpty, "acme's answer is shown first")
    let failure = LoadFailure(
      message: "No answer.", suggestion: "Try later.", inspection: World.inspection("{}", status: 503))
    browser.send(.comparison(.answered(calls[0].key, .failure(failure))))
    let lines = try comparison(browser).list.lines
    #expect(lines.contains("No answer.") && lines.contains("Try later.") && lines.contains("GET /psd2/x"))
    browser.press(.nextSide)
    try compare(&browser)
    #expect(try comparison(browser).right.name == "other")
    #expect(try comparison(browser).difference != nil)
    browser.press(.nextSide)
    #expect(try comparison(browser).right.name == "acme")
    browser.press(.previousSide)
    #expect(try comparison(browser).right.name == "other")
  }

  @Test("The marked call stands on the left; it can't be compared with itself")
  func marked() throws {
    var browser = Browser.settled()
    browser.press(.markForComparison)
    let marked = try #require(browser.inspector.subject.inspection)
    browser.press(.compare, .moveToBottom, .startComparison)
    #expect(browser.notice?.text.contains("itself") == true)
    browser.press(.cancel)
    browser.pin(World.inspection("[2]"))
    browser.press(.compare, .moveToBottom, .startComparison)
    try compare(&browser)
    #expect(try comparison(browser).left.inspection == marked)
    #expect(try comparison(browser).left.name == "sandbox")
    #expect(try comparison(browser).right.name == "api.example", "whose it is, is not known")
    #expect(try comparison(browser).difference?.differenceCount == 1)
    browser.press(.refresh)
    #expect(browser.notice?.text.contains("nothing to ask again") == true)
  }

  @Test("Without a call there is nothing to mark or to compare")
  func nothing() {
    var browser = Browser()
    browser.press(.markForComparison)
    #expect(browser.notice?.text.hasPrefix("No call") == true)
    browser.press(.compare)
    #expect(!browser.hasOverlay)
    #expect(browser.notice?.text.hasPrefix("No call") == true)
  }

  @Test("Cancelling ends what is under way and says so; what arrives late is dropped; r asks again; then it closes")
  func cancelling() throws {
    var browser = Browser.settled()
    browser.press(.compare, .startComparison)
    let key = try #require(calls(browser).first?.key)
    browser.press(.cancel)
    #expect(browser.work == [.comparison(.stop)])
    #expect(try comparison(browser).list.lines.contains("Cancelled."))
    browser.press(.refresh)
    #expect(calls(browser).count == 1)
    browser.send(.comparison(.answered(key, .success(World.inspection("[]")))))
    #expect(try comparison(browser).right.inspection == nil, "it is the answer to the call before")
    browser.press(.interrupt)
    #expect(browser.work == [.comparison(.stop)])
    browser.press(.cancel)
    #expect(browser.comparison == nil && browser.context == .body)
  }

  @Test("Going to a column closes the comparison and ends its work")
  func leaving() {
    var browser = Browser.settled()
    browser.press(.compare, .startComparison)
    browser.send(.pointed(.countries, row: 0))
    #expect(browser.comparison == nil)
    #expect(browser.work.contains(.comparison(.stop)))
  }

  @Test("Two exchanges from elsewhere are compared as they are")
  func given() throws {
    var browser = Browser.settled()
    browser.compare(World.inspection("[1]"), World.inspection("[1]"))
    guard case .comparison(.compare(let pair, let id))? = browser.work.first else {
      Issue.record("nothing is compared")
      return
    }
    browser.send(.comparison(.compared(id, try ExchangeDifference(pair))))
    #expect(try comparison(browser).difference?.body.words == "the same, byte for byte")
    #expect(try comparison(browser).list.number == 0)
  }

  @Test("The difference is copied as a JSON Patch, the value and its path as they are on the right")
  func copying() throws {
    var browser = Browser.settled()
    try now(&browser, #"{"countries":[{"name":"DE"},{"name":"NO"},{"name":"FI"}]}"#)
    browser.press(.copy, .copyPath)
    #expect(browser.work == [.copying(.copy(Clipping("$.countries[2].name", "the path")))])
    browser.press(.copy, .copyValue)
    #expect(browser.work == [.copying(.copy(Clipping("FI", "$.countries[2].name")))])
    #expect(browser.offers(.copyDifference) && !browser.offers(.copyBody))
    #expect(!browser.offers(.nextSide), "there is one answer")
    browser.press(.copy, .copyDifference)
    let difference = try #require(comparison(browser).difference)
    #expect(browser.work == [.comparison(.makePatch(difference))])
    browser.send(.comparison(.patchMade(Clipping("[]", "the difference"))))
    #expect(browser.work == [.copying(.copy(Clipping("[]", "the difference")))])
    browser.send(.comparison(.patchMade(nil)))
    #expect(browser.notice?.text.contains("whole JSON") == true)
    browser.press(.copy, .copyBody)
    #expect(browser.notice?.text.contains("closes the comparison") == true)
    browser.press(.quit, .copy, .copyDifference)
    #expect(browser.notice?.text.contains(":compare begins a comparison") == true)
  }

  @Test("While a call is under way the screen wakes up to count the seconds")
  func waking() {
    var browser = Browser.settled()
    browser.press(.compare, .startComparison)
    #expect(browser.tick == browser.now.addingTimeInterval(TimeInterval.quiet))
  }
}

extension DifferenceList {
  /// The text of each line, the right's where there are two.
  var lines: [String] {
    (0..<count).map { position in
      switch self[position] {
      case .fold(let words): "… \(words)"
      case .row(let row): (row.right ?? row.left)?.pieces.map(\.text).joined() ?? ""
      }
    }
  }
}
