import ExplorerStorage
import FoundationEssentials
import OpenPayments
import Testing
import ViewModels

struct ProfileTests {
  /// Sweden, Göteborg, Nordea under psd2.
  private var atNordea: Browser {
    var browser = Browser.settled()
    browser.go(to: "Sweden")
    browser.press(.open)
    browser.go(to: "Göteborg")
    browser.press(.open)
    browser.go(to: "Nordea")
    return browser
  }

  @Test("Nothing of the old profile shows under the new one, which begins with its countries")
  func switching() {
    var browser = atNordea
    browser.press(.profiles)
    #expect(browser.context == .profiles)
    browser.press(.moveDown, .acceptFilter)
    #expect(browser.profile == World.seed)
    #expect(
      browser.work == [.profiles(.noteUse("sandbox-seed")), .platform(.browser(.load(.countries)), as: World.seed)])
    #expect(!browser.hasOverlay)
    #expect(browser.place == [nil, nil, nil])
    #expect(ColumnID.allCases.allSatisfy { browser.status(of: $0).loadedAt == nil })
    #expect(browser.inspector.subject.inspection == nil)
    #expect(browser.callCount == 0)
    #expect(browser.notice?.text == "Now as sandbox-seed.")
  }

  @Test("The place stays where it exists")
  func placeKept() {
    var browser = atNordea
    browser.press(.profiles, .moveDown, .acceptFilter)
    browser.answerAll()
    #expect(browser.place == ["Sweden", "Göteborg", "Nordea"])
    #expect(browser.focus == .column(.aspsps))
  }

  @Test("Where the place doesn't exist the first row has the cursor")
  func placeMissing() {
    var browser = atNordea
    browser.press(.profiles, .moveDown, .acceptFilter)
    browser.arrive(.countries, .countries(World.loaded([Country(isoCountryCode: "NO", name: "Norway")], "{}")))
    browser.answerAll()
    #expect(browser.place == ["Norway", "Bergen", "Bank of Bergen"])
  }

  @Test("Back under the first profile all it knew is there at once")
  func back() {
    var browser = atNordea
    browser.press(.profiles, .moveDown, .acceptFilter)
    browser.answerAll()
    browser.press(.previousProfile)
    #expect(browser.profile == World.psd2)
    #expect(browser.work == [.profiles(.noteUse("sandbox"))])
    #expect(browser.place == ["Sweden", "Göteborg", "Nordea"])
    #expect(browser.inspector.path == "$", "the detail is known too")
  }

  @Test("Loads under way are cancelled, their late results dropped, and asked for anew on return")
  func loadsCancelled() {
    var browser = Browser.settled()
    browser.press(.moveDown)
    browser.send(.browser(.rested(.cities(isoCountryCode: "NO"))))
    browser.press(.profiles, .moveDown, .acceptFilter)
    #expect(
      browser.work == [
        .browser(.cancel(.cities)), .profiles(.noteUse("sandbox-seed")),
        .platform(.browser(.load(.countries)), as: World.seed),
      ])
    browser.arrive(.cities(isoCountryCode: "NO"), as: World.psd2)
    browser.arrive(.countries, as: World.psd2)
    #expect(browser.place == [nil, nil, nil])
    browser.arrive(.countries)
    #expect(browser.work == [.platform(.browser(.load(.cities(isoCountryCode: "NO"))), as: World.seed)])
    #expect(browser.cities.count == 0)
    browser.press(.previousProfile)
    #expect(
      browser.work == [
        .browser(.cancel(.cities)), .profiles(.noteUse("sandbox")),
        .platform(.browser(.load(.cities(isoCountryCode: "NO"))), as: World.psd2),
      ])
  }

  @Test("A rest that began under the old profile asks for nothing that the new one doesn't want")
  func lateRest() {
    var browser = Browser.settled()
    browser.press(.moveDown, .profiles, .moveDown, .acceptFilter)
    browser.send(.browser(.rested(.cities(isoCountryCode: "NO"))))
    #expect(browser.work.isEmpty)
  }

  @Test("Choosing the profile that is in use changes nothing")
  func sameProfile() {
    var browser = atNordea
    let before = browser.directory
    browser.press(.profiles, .acceptFilter)
    #expect(!browser.hasOverlay)
    #expect(browser.work.isEmpty)
    #expect(browser.directory == before)
  }

  @Test("Each profile has its own token, and counts its own calls")
  func tokens() {
    var browser = Browser.settled()
    let until = browser.now + 3600
    browser.send(.tokenChanged(browser.tag(of: World.psd2), .valid(until: until)))
    browser.send(.tokenChanged(browser.tag(of: World.seed), .refused))
    browser.send(.exchanged(browser.tag(of: World.psd2), World.exchange(body: [])))
    browser.send(.exchanged(browser.tag(of: World.seed), World.exchange(body: [])))
    #expect(browser.token == .valid(until: until))
    #expect(browser.callCount == 1)
    #expect(browser.lastCallDuration == .milliseconds(5))
    browser.press(.profiles, .moveDown, .acceptFilter)
    #expect(browser.token == .refused)
  }

  @Test("Without another profile used before there is nothing to go back to")
  func nothingBefore() {
    var browser = Browser.settled()
    browser.press(.previousProfile)
    #expect(browser.profile == World.psd2)
    #expect(browser.notice?.text == "No other profile has been used yet; :profiles lists them.")
  }

  @Test("The list opens on the profile in use, which stands first, and its cursor stops at both ends")
  func menu() throws {
    var browser = Browser.settled(World.seed)
    browser.press(.profiles)
    #expect(browser.switcher?.list.cursor == 0)
    browser.press(.moveDown, .pageDown)
    #expect(browser.switcher?.list.cursor == 1)
    browser.press(.moveToTop, .moveUp)
    #expect(browser.switcher?.list.cursor == 0)
  }
}
