import OpenPayments
import Testing
import ViewModels

struct CascadeTests {
  @Test("Starting asks for the countries and for nothing else; before that nothing is asked for")
  func start() {
    var browser = Browser(World.psd2, shelf: ProfileShelf(own: [World.psd2]), isStarted: false)
    #expect(browser.work.isEmpty && browser.tick == nil)
    browser.start()
    #expect(browser.work == [.platform(.browser(.load(.countries)), as: World.psd2)])
    browser.send(.ticked)
    #expect(browser.work.isEmpty)
  }

  @Test("What arrives leads on at once: countries to cities to ASPSPs")
  func arrivals() {
    var browser = Browser()
    browser.arrive(.countries)
    #expect(browser.work == [.platform(.browser(.load(.cities(isoCountryCode: "DE"))), as: World.psd2)])
    browser.arrive(.cities(isoCountryCode: "DE"))
    #expect(browser.work == [.platform(.browser(.load(.aspsps(World.place("DE", "Berlin")))), as: World.psd2)])
    browser.arrive(.aspsps(World.place("DE", "Berlin")))
    #expect(browser.work.isEmpty)
    #expect(browser.place == ["Germany", "Berlin", "Bank of Berlin"])
  }

  @Test("A country without a code and a city without an id are asked for nothing, and their columns say so")
  func nothingNamed() {
    var browser = Browser()
    browser.arrive(.countries, .countries(World.loaded([Country(isoCountryCode: "", name: "Nowhere")], "{}")))
    #expect(browser.work.isEmpty)
    #expect(browser.status(of: .cities).failure?.message == "The platform sent no code for this country.")
    #expect(browser.knowsAll)
    browser.press(.open, .refresh)
    #expect(browser.work.isEmpty)
    #expect(browser.notice?.text == "Nothing to refresh here.")

    browser = Browser()
    browser.arrive(.countries)
    let cities = [City(cityId: "", name: "Nowhere"), City(cityId: "id-Bonn", name: "Bonn")]
    browser.arrive(.cities(isoCountryCode: "DE"), .cities(World.loaded(cities, "{}")))
    #expect(browser.work.isEmpty)
    #expect(browser.status(of: .aspsps).failure?.message == "The platform sent no id for this city.")
    #expect(!browser.knownPaths.contains { $0.hasSuffix("=") || $0.hasSuffix("/") })
    browser.press(.open, .moveDown)
    #expect(browser.work == [.browser(.rest(.aspsps(World.place("DE", "Bonn"))))])
    #expect(browser.status(of: .aspsps).failure == nil)
    browser.press(.moveUp)
    #expect(browser.work.isEmpty)
  }

  @Test("Moving asks for nothing until the cursor rests")
  func rest() {
    var browser = Browser.settled()
    browser.press(.moveDown)
    #expect(browser.work == [.browser(.rest(.cities(isoCountryCode: "NO")))])
    #expect(browser.cities.count == 0)
    #expect(browser.aspsps.count == 0)
    browser.send(.browser(.rested(.cities(isoCountryCode: "NO"))))
    #expect(browser.work == [.platform(.browser(.load(.cities(isoCountryCode: "NO"))), as: World.psd2)])
  }

  @Test("Of many rows passed by only the last one loads")
  func passingBy() {
    var browser = Browser.settled()
    browser.press(.moveDown, .moveDown)
    #expect(browser.work == [.browser(.rest(.cities(isoCountryCode: "SE")))])
    browser.send(.browser(.rested(.cities(isoCountryCode: "NO"))))
    #expect(browser.work.isEmpty)
    browser.send(.browser(.rested(.cities(isoCountryCode: "SE"))))
    #expect(browser.work == [.platform(.browser(.load(.cities(isoCountryCode: "SE"))), as: World.psd2)])
    browser.send(.browser(.rested(.cities(isoCountryCode: "SE"))))
    #expect(browser.work.isEmpty, "it is under way already")
  }

  @Test("Leaving a row cancels its load, and the loads that hung on it")
  func leaving() {
    var browser = Browser.settled()
    browser.press(.moveDown)
    browser.send(.browser(.rested(.cities(isoCountryCode: "NO"))))
    browser.press(.moveDown)
    #expect(browser.work == [.browser(.cancel(.cities)), .browser(.rest(.cities(isoCountryCode: "SE")))])
    browser.send(.browser(.rested(.cities(isoCountryCode: "SE"))))
    browser.arrive(.cities(isoCountryCode: "SE"))
    browser.press(.moveUp)
    #expect(browser.work == [.browser(.rest(.cities(isoCountryCode: "NO"))), .browser(.cancel(.aspsps))])
  }

  @Test("A late result of another place never shows, and is known when the cursor gets there")
  func lateResult() {
    var browser = Browser.settled()
    browser.press(.moveDown)
    browser.send(.browser(.rested(.cities(isoCountryCode: "NO"))))
    browser.press(.moveDown)
    browser.arrive(.cities(isoCountryCode: "NO"))
    browser.arrive(.aspsps(World.place("NO", "Oslo")))
    #expect(browser.cities.names == [])
    #expect(browser.aspsps.names == [])
    #expect(browser.work.isEmpty)
    browser.press(.moveUp)
    #expect(browser.cities.names == ["Bergen", "Oslo"])
    #expect(browser.work == [.browser(.rest(.aspsps(World.place("NO", "Bergen"))))])
  }

  @Test("What was seen once is shown at once and not asked for again")
  func cache() {
    var browser = Browser.settled()
    browser.go(to: "Sweden")
    browser.press(.moveUp)
    browser.answerAll()
    browser.press(.moveDown)
    #expect(browser.place == ["Sweden", "Borås", "Bank of Borås"])
    #expect(browser.work.isEmpty)
  }

  @Test("Every list remembers its place")
  func memory() {
    var browser = Browser.settled()
    browser.go(to: "Sweden")
    browser.press(.open)
    browser.go(to: "Stockholm")
    browser.press(.open)
    browser.go(to: "Swedbank")
    browser.press(.back)
    browser.go(to: "Göteborg")
    browser.press(.open)
    browser.go(to: "Nordea")
    browser.press(.back, .back)
    browser.go(to: "Germany")
    #expect(browser.place == ["Germany", "Berlin", "Bank of Berlin"])
    browser.go(to: "Sweden")
    #expect(browser.place == ["Sweden", "Göteborg", "Nordea"])
    browser.press(.open)
    browser.go(to: "Stockholm")
    #expect(browser.place == ["Sweden", "Stockholm", "Swedbank"])
  }

  @Test("An empty list leads nowhere")
  func emptyList() {
    var browser = Browser()
    browser.arrive(.countries, .countries(World.loaded([], #"{"countries":[]}"#)))
    #expect(browser.work.isEmpty)
    #expect(browser.status(of: .countries).loadedAt != nil)
    browser.press(.open)
    #expect(browser.notice?.text == "Nothing to open here.")
    #expect(browser.focus == .column(.countries))
  }

  @Test("A country without a code of its own is still one to go to")
  func emptyCodes() {
    var browser = Browser()
    let odd = [Country(isoCountryCode: "", name: ""), Country(isoCountryCode: "SE", name: "Sweden")]
    browser.arrive(.countries, .countries(World.loaded(odd, "{}")))
    #expect(browser.work.isEmpty)
    browser.press(.moveDown)
    #expect(browser.work == [.browser(.rest(.cities(isoCountryCode: "SE")))])
    browser.press(.moveUp)
    #expect(browser.work.isEmpty && browser.countries.cursor == 0)
  }

  @Test("Pointing at a row goes there; below the last row it only takes the focus")
  func pointing() {
    var browser = Browser.settled()
    browser.send(.pointed(.countries, row: 2))
    #expect(browser.countries.selected?.name == "Sweden")
    #expect(browser.work == [.browser(.rest(.cities(isoCountryCode: "SE")))])
    browser.answerAll()
    browser.send(.pointed(.cities, row: 7))
    #expect(browser.focus == .column(.cities))
    #expect(browser.cities.selected?.name == "Borås")
    #expect(browser.work.isEmpty)
  }
}
