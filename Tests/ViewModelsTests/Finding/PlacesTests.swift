import ExplorerStorage
import FoundationEssentials
import OpenPayments
import Testing
import ViewModels

/// Ways to a place: addresses, marks, back and forward, and where one was left.
struct PlacesTests {
  /// Types an address after the colon and answers what that asks for.
  private func go(_ browser: inout Browser, to address: String) {
    browser.press(.commandLine)
    browser.type(address)
    browser.press(.accept)
    browser.answerAll()
  }

  @Test("An address leads there list by list, as they come, and the focus stops at its last part")
  func travelling() {
    var browser = Browser.settled()
    browser.press(.commandLine)
    browser.type("se/goteborg/ndeasess")
    browser.press(.accept)
    #expect(
      browser.place[0] == "Sweden"
        && browser.work == [.platform(.browser(.load(.cities(isoCountryCode: "SE"))), as: World.psd2)])
    browser.arrive(.cities(isoCountryCode: "SE"))
    #expect(
      browser.place[1] == "Göteborg"
        && browser.work == [.platform(.browser(.load(.aspsps(World.place("SE", "Göteborg")))), as: World.psd2)])
    browser.arrive(.aspsps(World.place("SE", "Göteborg")))
    #expect(browser.place == ["Sweden", "Göteborg", "Nordea"] && browser.focus == .column(.aspsps))
    #expect(browser.address?.description == "se/goteborg/NDEASESS@sandbox")
    go(&browser, to: "no")
    #expect(browser.focus == .column(.countries) && browser.place[0] == "Norway")
    go(&browser, to: "se/id-Stockholm")
    #expect(browser.address?.description == "se/stockholm@sandbox")
  }

  @Test(
    "What isn't there is said, as far as one came",
    arguments: [
      ("xx", "The platform lists no country XX.", ColumnID.countries),
      ("se/oslo", "There is no city “oslo” in Sweden.", .cities),
      ("se/stockholm/nope", "Stockholm has no ASPSP nope.", .aspsps),
      ("se@nobody", "There is no profile nobody; :profiles lists them.", .countries),
    ])
  func missing(address: String, words: String, column: ColumnID) {
    var browser = Browser.settled()
    go(&browser, to: address)
    #expect(browser.notice?.text == words && browser.focus == .column(column))
  }

  @Test("Two seconds after somebody has moved, the place is kept, so that no crash loses it")
  func kept() {
    var browser = Browser.settled()
    #expect(browser.left.isEmpty, "where a run begins is where the last one ended")
    browser.press(.moveDown)
    browser.wait(1.5)
    browser.press(.moveUp, .moveDown)
    #expect(browser.tick == browser.now.addingTimeInterval(0.5) && browser.left.isEmpty)
    browser.wait(0.5)
    browser.send(.ticked)
    #expect(browser.left.map(\.value.description) == ["\(browser.address?.description ?? "")"])
    browser.send(.ticked)
    #expect(browser.tick.map { $0 > browser.now.addingTimeInterval(10) } ?? true)
    go(&browser, to: "se/stockholm")
    browser.wait(2)
    browser.send(.ticked)
    #expect(browser.left.map(\.value.description) == ["se/stockholm@sandbox"])
  }

  @Test("A place that one begins at is not told to be far before anything is loading")
  func firstFrame() {
    var browser = Browser(
      World.psd2, shelf: ProfileShelf(own: [World.psd2]), destination: Address(country: "SE"), isStarted: false)
    #expect(browser.way == nil)
    browser.wait(1)
    browser.start()
    #expect(browser.way == nil)
    browser.wait(1)
    browser.send(.ticked)
    #expect(browser.way?.country == "SE")
  }

  @Test("Whoever takes a hand in it is not carried on")
  func interrupted() {
    var browser = Browser.settled()
    browser.press(.commandLine)
    browser.type("se/stockholm")
    browser.press(.accept, .moveUp)
    browser.answerAll()
    #expect(browser.place[0] == "Norway" && browser.focus == .column(.countries))
    browser.press(.commandLine)
    browser.type("se/stockholm")
    browser.press(.accept)
    browser.wait(2)
    browser.press(.help, .cancel)
    #expect(browser.way?.description == "se/stockholm", "looking at the keys stops nothing")
    browser.press(.cancel)
    #expect(browser.way == nil && browser.notice?.text == "Not gone on to se/stockholm.")
  }

  @Test("A list that fails on the way doesn't end it: once it is there, one goes on")
  func failure() {
    var browser = Browser.settled()
    browser.press(.commandLine)
    browser.type("se/stockholm/HANDSESS")
    browser.press(.accept)
    browser.arrive(.cities(isoCountryCode: "SE"), .failed(World.failure()))
    #expect(browser.way?.description == "se/stockholm/HANDSESS")
    #expect(browser.nextBeginning?.description == "se/stockholm/HANDSESS", "the next run tries as well")
    browser.press(.refresh)
    browser.answerAll()
    #expect(browser.place == ["Sweden", "Stockholm", "Handelsbanken"] && browser.way == nil)
  }

  @Test(
    "Another profile's platform may have other ids: the place is found there by its names, and nothing is said if not")
  func otherIds() {
    var browser = Browser.settled()
    go(&browser, to: "se/stockholm/HANDSESS")
    browser.press(.previousProfile, .profiles, .moveDown, .acceptFilter)
    browser.arrive(.countries)
    let cities = [
      City(cityId: "1", name: "Arvika", isoCountryCode: "SE"),
      City(cityId: "2", name: "Stockholm", isoCountryCode: "SE"),
    ]
    browser.arrive(.cities(isoCountryCode: "SE"), .cities(World.loaded(cities, "[]")))
    #expect(browser.place[1] == "Stockholm" && browser.focus == .column(.aspsps))
    let place = CityPlace(isoCountryCode: "SE", cityId: "2")
    browser.arrive(.aspsps(place), .aspsps(World.loaded([ASPSP(bicFi: "SWEDSESS", name: "Swedbank")], "[]")))
    #expect(browser.place == ["Sweden", "Stockholm", "Swedbank"])
    #expect(browser.notice?.text == "Now as sandbox-seed.")
  }

  @Test("A bank without a BIC is found by its name; ids that would part an address don't")
  func odd() {
    var browser = Browser.settled()
    go(&browser, to: "se")
    let cities = [
      City(cityId: "a/b@c", name: "Twin", isoCountryCode: "SE"), City(cityId: "2", name: "Twin", isoCountryCode: "SE"),
    ]
    browser.arrive(.cities(isoCountryCode: "SE"), .cities(World.loaded(cities, "[]")))
    let place = CityPlace(isoCountryCode: "SE", cityId: "a/b@c")
    let banks = [ASPSP(bicFi: "", name: "Nameless One"), ASPSP(bicFi: "", name: "Nameless Two")]
    browser.press(.open)
    browser.arrive(.aspsps(place), .aspsps(World.loaded(banks, "[]")))
    browser.press(.open, .moveDown)
    #expect(browser.address?.description == "se/a%2Fb%40c/nameless-two@sandbox")
    browser.press(.moveUp)
    go(&browser, to: "se/a%2Fb%40c/nameless-two")
    #expect(browser.place == ["Sweden", "Twin", "Nameless Two"])
  }

  @Test(
    "A filter that hides where one goes is dropped, and that is said; one that shows it stays",
    arguments: [
      ("handels", "HANDSESS", "Handelsbanken", "handels", nil as String?),
      ("swed", "HANDSESS", "Handelsbanken", "", "The filter “swed” was dropped: it hid HANDSESS."),
      ("bank", "ESSESESS", "SEB", "", "The filter “bank” was dropped: it hid ESSESESS."),
      ("bank", "SWEDSESS", "Swedbank", "bank", nil),
      ("nothing", "SWEDSESS", "Swedbank", "", "The filter “nothing” was dropped: it hid SWEDSESS."),
    ])
  func filtered(filter: String, bank: String, name: String, left: String, words: String?) {
    let address = "se/stockholm/\(bank)"
    // By its address, by the finder, by a mark, and back where one came from.
    for way in 0..<4 {
      var browser = Browser.settled()
      go(&browser, to: address)
      browser.press(.setMark)
      browser.type("b")
      if way == 3 { go(&browser, to: "se/stockholm/\(bank == "SWEDSESS" ? "ESSESESS" : "SWEDSESS")") }
      browser.press(.filter)
      browser.type(filter)
      browser.press(.acceptFilter)
      switch way {
      case 0: go(&browser, to: address)
      case 1:
        browser.press(.find)
        browser.type(bank)
        browser.press(.jump)
      case 2:
        browser.press(.goToMark)
        browser.type("b")
      default: browser.press(.previousPlace)
      }
      #expect(browser.place == ["Sweden", "Stockholm", name], "way \(way)")
      #expect(browser.aspsps.filter == left && browser.notice?.text == words, "way \(way)")
      #expect(browser.focus == .column(.aspsps))
    }
  }

  @Test("The same goes for the countries and cities on the way")
  func filteredWay() {
    var browser = Browser.settled()
    go(&browser, to: "no")
    browser.press(.filter)
    browser.type("way")
    browser.press(.acceptFilter)
    go(&browser, to: "se/stockholm/HANDSESS")
    #expect(browser.place == ["Sweden", "Stockholm", "Handelsbanken"])
    #expect(browser.countries.filter.isEmpty)
    #expect(browser.notice?.text == "The filter “way” was dropped: it hid Sweden.")
    browser.press(.back, .filter)
    browser.type("holm")
    browser.press(.acceptFilter)
    go(&browser, to: "se/goteborg/NDEASESS")
    #expect(browser.place == ["Sweden", "Göteborg", "Nordea"] && browser.cities.filter.isEmpty)
    #expect(browser.notice?.text == "The filter “holm” was dropped: it hid Göteborg.")
  }

  @Test("A bank that a filter brings under a cursor that stays is where the next run begins")
  func keptUnderFilter() {
    var browser = Browser.settled()
    go(&browser, to: "se/stockholm/ESSESESS")
    browser.wait(2)
    browser.send(.ticked)
    #expect(browser.left.map(\.value.description) == ["se/stockholm/ESSESESS@sandbox"])
    browser.press(.filter)
    browser.type("handels")
    browser.press(.acceptFilter)
    browser.wait(2)
    browser.send(.ticked)
    #expect(browser.left.map(\.value.description) == ["se/stockholm/HANDSESS@sandbox"])
  }

  @Test("Among banks without a BIC, and several of one, the cursor comes back to the one it was on")
  func remembered() {
    var browser = Browser.settled()
    go(&browser, to: "se/stockholm")
    let place = World.place("SE", "Stockholm")
    let banks = [
      ASPSP(bicFi: "", name: "One"), ASPSP(bicFi: "", name: "Two"), ASPSP(bicFi: "TWINSESS", name: "Twin"),
      ASPSP(bicFi: "TWINSESS", name: "Other Twin"),
    ]
    browser.arrive(.aspsps(place), .aspsps(World.loaded(banks, "[]")))
    for name in ["Two", "Other Twin"] {
      browser.press(.open)
      browser.go(to: name)
      browser.press(.back, .moveUp)
      browser.answerAll()
      browser.press(.moveDown)
      browser.answerAll()
      #expect(browser.place[2] == name)
    }
    browser.arrive(.aspsps(place), .aspsps(World.loaded([ASPSP(bicFi: "", name: "New")] + banks, "[]")))
    #expect(browser.place[2] == "Other Twin")
  }

  @Test("Back and forward lead through the places jumped from")
  func trail() {
    var browser = Browser.settled()
    browser.press(.previousPlace)
    #expect(browser.notice?.text == "This is where it began.")
    go(&browser, to: "se/stockholm/HANDSESS")
    go(&browser, to: "no/oslo")
    browser.press(.previousPlace)
    browser.answerAll()
    #expect(browser.place == ["Sweden", "Stockholm", "Handelsbanken"])
    browser.press(.previousPlace)
    browser.answerAll()
    #expect(browser.place[0] == "Germany")
    browser.press(.nextPlace, .nextPlace)
    browser.answerAll()
    #expect(browser.place[0...1] == ["Norway", "Oslo"])
    browser.press(.nextPlace)
    #expect(browser.notice?.text == "There is nothing further on.")
    browser.press(.previousPlace)
    browser.answerAll()
    go(&browser, to: "de")
    browser.press(.nextPlace)
    #expect(browser.notice?.text == "There is nothing further on.", "another way was taken")
  }

  @Test("A mark keeps a place, with its profile, under a letter")
  func marks() {
    var browser = Browser.settled()
    go(&browser, to: "se/stockholm/HANDSESS")
    browser.press(.setMark)
    browser.type("h")
    let place = Address(country: "SE", city: "stockholm", bicFi: "HANDSESS", profile: "sandbox")
    #expect(browser.work == [.places(.keep("h", place))])
    go(&browser, to: "no@sandbox-seed")
    #expect(browser.profile == World.seed && browser.place[0] == "Norway")
    browser.press(.goToMark)
    #expect(browser.context == .marks && browser.work == [.places(.read)])
    browser.send(.places(.read(["z": Address(country: "DE")])))
    #expect(browser.marks.keys.sorted() == ["h", "z"], "another program has set one")
    browser.type("h")
    browser.answerAll()
    #expect(browser.profile == World.psd2 && browser.place == ["Sweden", "Stockholm", "Handelsbanken"])
    browser.press(.goToMark)
    browser.type("x")
    #expect(browser.notice?.text == "There is no mark x; :set-mark and a letter make one.")
    browser.press(.setMark)
    browser.type("?")
    #expect(browser.notice?.text == "A mark is a letter or a digit." && browser.work.isEmpty)
    browser.press(.setMark, .cancel)
    #expect(!browser.hasOverlay)
  }

  @Test("Where a profile is left is kept, and copied as an address")
  func leaving() {
    var browser = Browser.settled()
    go(&browser, to: "se/stockholm")
    browser.press(.copy, .copyAddress)
    #expect(browser.work == [.copying(.copy(Clipping("se/stockholm@sandbox", "the address")))])
    browser.press(.profiles, .moveDown, .acceptFilter)
    #expect(browser.left == ["sandbox": Address(country: "SE", city: "stockholm", profile: "sandbox")])
  }

  @Test("A run begins where it is told to")
  func beginning() {
    var browser = Browser(
      World.psd2, shelf: ProfileShelf(own: [World.psd2]),
      destination: Address(country: "SE", city: "stockholm", bicFi: "SWEDSESS"))
    #expect(browser.nextBeginning?.description == "se/stockholm/SWEDSESS", "quitting now must not forget it")
    browser.answerAll()
    #expect(browser.place == ["Sweden", "Stockholm", "Swedbank"])
  }

  @Test("Two cities of one spelling are told apart by their ids")
  func ambiguous() {
    var browser = Browser.settled()
    go(&browser, to: "se")
    let cities = [
      City(cityId: "1", name: "Vik", isoCountryCode: "SE"), City(cityId: "2", name: "VIK", isoCountryCode: "SE"),
    ]
    browser.arrive(.cities(isoCountryCode: "SE"), .cities(World.loaded(cities, "[]")))
    browser.press(.open, .moveDown)
    #expect(browser.address?.description == "se/2@sandbox")
  }
}
