import ExplorerStorage
import OpenPayments
import PortalClient
import Testing
import ViewModels

/// The guide's calls, one by one.
struct IntegratingTests {
  private func answer(_ summary: String, next: GuideRequest?) -> GuideAnswer {
    GuideAnswer(summary: summary, inspection: World.inspection(#"{"a":[1]}"#), next: next)
  }

  private func integrating(as profile: Profile = World.psd2) -> Browser {
    var browser = Browser.guided(as: profile)
    browser.goToGuide(.integrate)
    return browser
  }

  private func arrive(
    _ browser: inout Browser, _ call: GuideCall, _ result: Result<GuideAnswer, LoadFailure>, as profile: Profile? = nil
  ) {
    browser.send(.guide(.called(browser.tag(of: (profile ?? browser.profile)), call, result)))
  }

  @Test("Each call goes on with what the one before brought, and its exchange stands beside it")
  func chain() {
    var browser = integrating()
    browser.press(.moveDown, .moveDown, .open)
    #expect(browser.work.isEmpty && browser.notice?.text.hasPrefix("“5.2 Countries” comes first") == true)
    browser.press(.moveToTop, .open)
    #expect(browser.work == [.platform(.guide(.make(.token)), as: World.psd2)] && browser.guideMarks == "◌○○○+")
    browser.press(.open)
    #expect(browser.work.isEmpty && browser.notice?.text == "A call is under way; cancel cancels it.")
    arrive(&browser, .token, .success(answer("a token", next: .countries)))
    browser.press(.moveDown, .open)
    arrive(&browser, .countries, .success(answer("3 countries", next: .cities(isoCountryCode: "SE"))))
    browser.press(.moveDown, .open)
    #expect(browser.work == [.platform(.guide(.make(.cities(isoCountryCode: "SE"))), as: World.psd2)])
    let place = World.place("SE", "Borås")
    arrive(&browser, .cities, .success(answer("3 cities", next: .aspsps(place))))
    browser.press(.moveDown, .open)
    #expect(browser.work == [.platform(.guide(.make(.aspsps(place))), as: World.psd2)])
    arrive(&browser, .aspsps, .success(answer("1 ASPSP", next: nil)))
    #expect(browser.guideMarks == "✓✓✓✓+" && browser.state(of: .integrate) == .done)
    #expect(browser.guideDetail.first == "GET https://api.example/psd2/x")
    #expect(browser.guideDetail.contains("Authorization: Bearer ••••••") && browser.guideDetail.contains("\"a\": ["))
    browser.press(.tokenExchange)
    #expect(browser.pinned != nil && browser.context == .body)
    browser.press(.quit)
    #expect(browser.context == .guide && browser.guide.item == .call(.aspsps))
    browser.press(.moveDown, .open)
    #expect(browser.context == .columns)
    // A newer answer makes what followed the older one void.
    browser.press(.gettingStarted)
    browser.goToGuide(.integrate, "5.2")
    browser.press(.refresh)
    arrive(&browser, .countries, .success(answer("3 countries", next: nil)))
    #expect(browser.guideMarks == "✓✓○○+")
  }

  @Test("A failed call says why, with its exchange, and can be made again; Esc cancels one")
  func failing() {
    var browser = integrating()
    browser.press(.open)
    arrive(&browser, .token, .failure(World.failure("Credentials refused.")))
    #expect(browser.guideMarks.first == "✗" && browser.guideDetail.first == "Credentials refused.")
    #expect(browser.guideDetail.contains("503"))
    browser.press(.open)
    browser.wait(3)
    browser.send(.ticked)
    #expect(browser.guideRow(.call(.token)).note == "3 s · cancel cancels")
    browser.press(.cancel)
    #expect(browser.work == [.guide(.cancelCall)] && browser.guideMarks.first == "○")
    arrive(&browser, .token, .success(answer("late", next: nil)))
    #expect(browser.guideMarks.first == "○" && browser.context == .guide)
  }

  @Test("Nothing of one profile is shown under another, however late it comes")
  func otherProfile() {
    var browser = integrating()
    browser.press(.open)
    arrive(&browser, .token, .success(answer("a token", next: .countries)))
    browser.press(.moveDown, .open)
    browser.press(.profiles)
    browser.press(.moveDown, .acceptFilter)
    #expect(browser.profile != World.psd2 && browser.context == .guide)
    #expect(browser.work.contains(.guide(.cancelCall)) && browser.guideMarks == "○○○○+")
    arrive(&browser, .countries, .success(answer("3 countries", next: nil)), as: World.psd2)
    #expect(browser.guideMarks == "○○○○+")
  }

  @Test("Production is asked about before the guide calls it")
  func production() {
    var browser = integrating(as: Profiles.live)
    browser.goToGuide(.integrate)
    browser.press(.open)
    #expect(browser.context == .question && browser.work.isEmpty)
    browser.press(.decline)
    #expect(browser.guideMarks.first == "○")
  }
}
