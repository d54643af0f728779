import HTTPTypes
import JSONText
import OpenPayments
import Testing
import ViewModels

/// Bodies that stop being JSON somewhere.
struct BrokenPlaceTests {
  private func browser(_ body: String) -> Browser {
    var browser = Browser(rows: 30)
    browser.arrive(.countries, .countries(World.loaded(World.countries, body)))
    return browser
  }

  private func place(_ body: String, type: String? = nil) -> BrokenPlace? {
    let fields: HTTPFields = type.map { [.contentType: $0] } ?? [:]
    return Inspection(World.exchange(body: Array(body.utf8), fields: fields)).brokenPlace
  }

  private static let farDown = "[\n" + String(repeating: "1,\n", count: 6000) + "2 3]\n"

  @Test(
    "Where a body breaks is known in lines and characters, and shown in the form that shows most of it",
    arguments: [
      ("[1]x", 1, 4, .tree), ("[1]]", 1, 4, .tree), ("{}x", 1, 3, .tree), ("[1]\n\n  x", 3, 3, .tree),
      ("[][]", 1, 3, .text), ("{} {}", 1, 4, .text), ("{\"a\":1}\n{\"a\":2}", 2, 1, .text),
      ("{\"a\":\"å😀\",\"b\":tru}", 1, 18, .tree), ("[1,\r\n2,", 2, 3, .tree), ("[1,\n", 1, 4, .tree),
      ("[", 1, 2, .tree),
      (farDown, 6002, 3, .tree),
    ] as [(String, Int, Int, BodyForm)])
  func places(body: String, line: Int, column: Int, form: BodyForm) throws {
    var browser = browser(body)
    let place = try #require(browser.inspector.body?.inspection.brokenPlace)
    #expect((place.line, place.column) == (line, column))
    #expect(browser.inspector.body?.form == form)
    for _ in BodyForm.allCases {
      browser.press(.moveToTop, .goToError)
      let inspector = browser.inspector
      let notice = browser.notice?.text
      #expect(notice == "Not JSON from line \(line), column \(column) on: \(place.reason).")
      switch inspector.body?.form {
      case .tree: #expect(inspector[inspector.cursor].pieces.first?.text.hasPrefix("⚠ not JSON from here on") == true)
      case .text: #expect(inspector.body?.inspection.text.line(atByte: place.offset) == min(inspector.cursor, line - 1))
      case .hex: #expect(inspector.cursor == min(place.offset / 16, inspector.count - 1))
      case nil: Issue.record("no body")
      }
      browser.press(.turnForm)
    }
  }

  @Test("What is said to be JSON and never was says so as well, other text and sound JSON don't")
  func claims() {
    #expect(place("1 2", type: "application/json")?.column == 3)
    #expect(place("nope", type: "application/problem+JSON; charset=utf-8")?.column == 2)
    #expect(place(" \u{FEFF}[1]", type: "application/json")?.column == 2)
    #expect(place("<html>", type: "text/html") == nil)
    #expect(place("1 2") == nil)
    for body in ["[1]", " {} ", "1", ""] { #expect(place(body, type: "application/json") == nil) }
  }

  @Test("From other pages and from the columns the key leads to the body, and out of what a path selects")
  func fromElsewhere() {
    var browser = browser(#"{"a":[1,2,{"b":3}],"c":x}"#)
    browser.press(.nextPane, .query)
    browser.type(".a")
    browser.press(.acceptFilter, .nextPage, .nextPane)
    #expect(browser.inspector.page != .body)
    browser.press(.goToError)
    #expect(browser.context == .body && browser.inspector.body?.query == nil)
    #expect(browser.inspector.cursor == browser.inspector.count - 1)
  }

  @Test("Without a break it says so")
  func none() {
    var sound = browser("[1]")
    sound.press(.goToError)
    #expect(sound.notice?.text == "This body is JSON to its end.")
    #expect(!sound.offers(.goToError) && browser("[1]x").offers(.goToError))
    var page = browser("<html>")
    page.press(.goToError)
    #expect(page.notice?.text == "This body isn't JSON.")
  }
}
