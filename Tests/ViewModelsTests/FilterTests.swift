import OpenPayments
import Testing
import ViewModels

struct FilterTests {
  private func column(_ names: [String]) -> Column {
    var column = Column()
    column.setHeight(10)
    column.setRows(RowList(names.map { Row(id: $0, code: "", name: $0) }), selecting: nil)
    return column
  }

  private func names(_ filter: String, in names: [String]) -> [String] {
    var column = column(names)
    column.setFilter(filter)
    return column.names
  }

  @Test(
    "Accents and case don't matter, on either side",
    arguments: [
      ("goteborg", "Göteborg"), ("GÖTEBORG", "Göteborg"), ("Göteborg", "GOTEBORG"), ("malmo", "Malmo\u{308}"),
      ("lodz", "Łódź"), ("aero", "Ærø"), ("strasse", "Straße"), ("москва", "Москва"),
    ])
  func folding(filter: String, name: String) {
    #expect(names(filter, in: ["Berlin", name]) == [name])
  }

  @Test("The best match comes first: a word's beginning, then inside, then scattered; ties keep their order")
  func ranking() {
    let banks = ["Skandia Norge", "Sparkasse", "Nordea Bank", "Handelsbanken", "Bank Norwegian", "Bankia"]
    #expect(names("bank", in: banks) == ["Bank Norwegian", "Bankia", "Nordea Bank", "Handelsbanken"])
    #expect(names("nor", in: banks) == ["Nordea Bank", "Bank Norwegian", "Skandia Norge"])
    #expect(names("sse", in: banks) == ["Sparkasse"])
    #expect(names("ske", in: banks) == ["Handelsbanken", "Sparkasse", "Skandia Norge"], "closer together is better")
  }

  @Test("All words must be found, in any order, and the code counts too")
  func words() {
    var column = Column()
    column.setRows(
      RowList([
        Row(id: "1", code: "HANDSESS", name: "Svenska Handelsbanken"), Row(id: "2", code: "SWEDSESS", name: "Swedbank"),
        Row(id: "3", code: "NDEASESS", name: "Nordea Bank"),
      ]), selecting: nil)
    column.setFilter("bank nord")
    #expect(column.names == ["Nordea Bank"])
    column.setFilter("swedsess")
    #expect(column.names == ["Swedbank"])
    column.setFilter("hands svenska")
    #expect(column.names == ["Svenska Handelsbanken"])
    column.setFilter("bank xyz")
    #expect(column.count == 0)
    #expect(column.selected == nil)
  }

  @Test(
    "The grammar is the history's: excluded words, quoted ones, and fields",
    arguments: [
      ("bank -nordea", ["Svenska Handelsbanken"]), ("bank !handels", ["Nordea Bank"]),
      ("\"a bank\"", ["Nordea Bank"]), ("\"n bank\"", []), ("\"nordea b", ["Nordea Bank"]),
      ("bic:hand", ["Svenska Handelsbanken"]), ("code:hand", ["Svenska Handelsbanken"]), ("name:7f", []),
      ("id:7f", ["Nordea Bank"]), ("id:f7", []), ("7f3a", ["Nordea Bank"]), ("7f3", []), ("f3a9", []),
      ("-3a", ["Svenska Handelsbanken", "Nordea Bank"]), ("in:oslo", ["Nordea Bank"]), ("oslo", ["Nordea Bank"]),
      ("in:nordea", []),
      ("-in:oslo", ["Svenska Handelsbanken"]), ("what:bank", []), ("bic:", ["Svenska Handelsbanken", "Nordea Bank"]),
    ])
  func grammar(filter: String, names: [String]) {
    var column = Column()
    column.setRows(
      RowList([
        Row(id: "1", code: "HANDSESS", name: "Svenska Handelsbanken", alias: "6e", context: "Borås, Sweden"),
        Row(id: "2", code: "NDEASESS", name: "Nordea Bank", alias: "7f3a9", context: "Oslo, Norway"),
      ]), selecting: nil)
    column.setFilter(filter)
    #expect(column.names == names)
  }

  @Test("Blanks alone let everything pass, in its own order")
  func blanks() {
    #expect(names("   ", in: ["b", "a"]) == ["b", "a"])
  }

  @Test(
    "Hostile filters and names do no harm",
    arguments: ["\u{1B}[31m", "\u{202E}", "\0", "👩‍👩‍👧‍👦", "e\u{301}\u{301}\u{301}", String(repeating: "a", count: 10_000)])
  func hostile(text: String) {
    #expect(names(text, in: ["Xyz", text]) == [text])
    #expect(FilterQuery(text).highlights(in: text).count == text.count)
    #expect(names("x", in: [text, ""]).isEmpty)
  }

  @Test("What matched is marked, character by character")
  func highlights() {
    func marked(_ text: String, _ query: String) -> String {
      String(zip(text, FilterQuery(query).highlights(in: text)).map { $1 ? $0 : "." })
    }
    #expect(marked("Göteborg", "teb") == "..teb...")
    #expect(marked("Göteborg", "gote") == "Göte....")
    #expect(marked("Nordea Bank", "bank nor") == "Nor....Bank")
    #expect(marked("Ærø", "ae") == "Æ..")
    #expect(marked("Straße", "ss") == "....ß.")
    #expect(marked("Sparkasse", "ske") == "S...k...e")
    #expect(marked("Berlin", "x") == "......")
    #expect(marked("", "x") == "")
    #expect(marked("Berlin", "") == "......")
  }

  @Test("The best match has the cursor; dropping the filter stays on the row that was chosen")
  func cursor() {
    var column = column(["Borås", "Göteborg", "Stockholm"])
    column.move(to: 1)
    column.setFilter("sto")
    #expect(column.selected?.name == "Stockholm")
    column.setFilter("")
    #expect(column.selected?.name == "Stockholm")
    #expect(column.cursor == 2)
    column.setFilter("xyz")
    column.setFilter("")
    #expect(column.selected?.name == "Borås")
  }

  @Test("New rows pass through the filter that is set")
  func newRows() {
    var column = column(["Borås", "Göteborg"])
    column.setFilter("bo")
    column.setRows(RowList(["Bodø", "Oslo", "Borås"].map { Row(id: $0, code: "", name: $0) }), selecting: "Borås")
    #expect(column.names == ["Bodø", "Borås"])
    #expect(column.selected?.name == "Borås")
    #expect(column.rows.count == 3)
  }

  @Test("100 000 rows are narrowed key by key")
  func manyRows() {
    var column = column((0..<100_000).map { "Bank number \($0)" })
    for (text, count) in [("99", 8_146), ("999", 856), ("99987", 1)] {
      column.setFilter(text)
      #expect(column.count == count)
    }
    #expect(column.names == ["Bank number 99987"])
  }
}

struct FilterTypingTests {
  @Test("Typing filters the focused column and drives the columns beside it as moving does")
  func typing() {
    var browser = Browser.settled()
    browser.press(.filter)
    #expect(browser.context == .filter)
    browser.type("sw")
    #expect(browser.countries.names == ["Sweden"])
    browser.send(.browser(.rested(.cities(isoCountryCode: "SE"))))
    #expect(browser.work == [.platform(.browser(.load(.cities(isoCountryCode: "SE"))), as: World.psd2)])
    browser.press(.acceptFilter)
    #expect(browser.context == .columns)
    #expect(browser.countries.filter == "sw")
  }

  @Test("Characters, words and all of it can be erased")
  func erasing() {
    var browser = Browser.settled()
    browser.press(.filter)
    browser.send(.typed("bank of  g\u{308}o "))
    browser.press(.eraseCharacter)
    #expect(browser.countries.filter == "bank of  g\u{308}o")
    browser.press(.eraseWord)
    #expect(browser.countries.filter == "bank of  ")
    browser.press(.eraseWord)
    #expect(browser.countries.filter == "bank ")
    browser.press(.eraseLine, .eraseLine, .eraseWord, .eraseCharacter)
    #expect(browser.countries.filter == "")
    #expect(browser.countries.count == 3)
    #expect(browser.context == .filter)
  }

  @Test("Without a field to type in, text goes nowhere")
  func noField() {
    var browser = Browser.settled()
    browser.send(.typed("sweden"))
    #expect(browser.countries.filter == "")
    #expect(browser.work.isEmpty)
  }

  @Test("Where nothing matches, the columns beside are about nothing")
  func noMatch() {
    var browser = Browser.settled()
    browser.press(.filter)
    browser.type("xyz")
    #expect(browser.countries.count == 0)
    #expect(browser.cities.count == 0)
    #expect(browser.aspsps.count == 0)
    #expect(browser.title(of: .cities) == "Cities")
    #expect(browser.title(of: .aspsps) == "ASPSPs")
    browser.press(.cancel)
    #expect(browser.place == ["Germany", "Berlin", "Bank of Berlin"])
    #expect(browser.work.isEmpty)
  }

  @Test("A filter typed while its list loads is there when the list comes")
  func typedAhead() {
    var browser = Browser()
    browser.arrive(.countries)
    browser.send(.pointed(.cities, row: 0))
    browser.press(.filter)
    browser.type("ber")
    browser.arrive(.cities(isoCountryCode: "DE"))
    #expect(browser.cities.filter == "ber")
    #expect(browser.cities.names == ["Berlin"])
  }

  @Test("A filter belongs to its list: another place starts without one, a refresh keeps it")
  func belongsToItsList() {
    var browser = Browser.settled()
    browser.go(to: "Sweden")
    browser.press(.open, .filter)
    browser.type("stock")
    browser.press(.acceptFilter, .refresh)
    browser.answerAll()
    #expect(browser.cities.names == ["Stockholm"])
    browser.press(.back)
    browser.go(to: "Norway")
    #expect(browser.cities.filter == "")
    browser.go(to: "Sweden")
    #expect(browser.cities.filter == "")
    #expect(browser.place == ["Sweden", "Stockholm", "SEB"])
  }
}
