import ExplorerStorage
import FoundationEssentials
import HTTPTypes
import OpenPayments
import Testing
import ViewModels

struct InspectorTests {
  private func browser(body: String, rows: Int = 5) -> Browser {
    var browser = Browser(rows: rows)
    browser.arrive(.countries, .countries(World.loaded(World.countries, body)))
    browser.press(.nextPane)
    return browser
  }

  private static let longBody = "[\(Array(repeating: "0", count: 50).joined(separator: ","))]"

  @Test("Before any call it says so; afterwards it shows the call behind the item under the cursor")
  func subjects() {
    var browser = Browser()
    #expect(browser.inspectorText == ["No call has been made for this yet."])
    browser.answerAll()
    #expect(browser.inspector.path == "$.countries[0]")
    browser.press(.moveDown)
    #expect(browser.inspector.path == "$.countries[1]")
    browser.answerAll()
    browser.press(.open, .moveDown)
    #expect(browser.inspector.path == "$.cities[1]")
    browser.answerAll()
    browser.press(.open)
    #expect(browser.inspector.path == "$.aspsps[0]")
  }

  @Test("The body stays where it is as long as the item under the cursor can be seen whole")
  func calm() {
    let item = #"{"a":1,"b":2,"c":3}"#
    var browser = Browser(rows: 5)
    browser.send(.viewportChanged(Viewport(columnRows: 5, inspectorRows: 12, inspectorWidth: 60, overlayRows: 5)))
    browser.arrive(
      .countries, .countries(World.loaded(World.countries, #"{"countries":[\#(item),\#(item),\#(item)]}"#)))
    #expect(browser.inspector.cursor == 2 && browser.inspector.top == 1)
    browser.press(.moveDown)
    #expect(browser.inspector.path == "$.countries[1]" && browser.inspector.top == 1)
    browser.press(.moveDown)
    #expect(browser.inspector.cursor == 12 && browser.inspector.top == 7)
    browser.press(.moveUp)
    #expect(browser.inspector.cursor == 7 && browser.inspector.top == 7)
    browser.press(.moveUp)
    #expect(browser.inspector.cursor == 2 && browser.inspector.top == 1)
  }

  @Test("A failure shows its call if there was one, and its words in any case")
  func failures() {
    var browser = Browser()
    let failure = World.failure(body: #"{"title":"down"}"#)
    browser.arrive(.countries, .failed(failure))
    #expect(browser.inspector.subject.inspection == failure.inspection)
    #expect(browser.inspectorText.contains { $0.contains("down") })
    browser.press(.refresh)
    browser.arrive(.countries, .failed(World.failure("no sandbox", body: nil)))
    #expect(browser.inspectorText == ["No call has been made for this yet."])
    browser.send(.pagePointed(.details))
    #expect(browser.focus == .inspector)
    #expect(browser.inspectorText == ["no sandbox", "", "wait a little"])
  }

  @Test("A long failure is broken into lines that fit")
  func longFailure() {
    var browser = Browser()
    browser.send(.viewportChanged(Viewport(columnRows: 5, inspectorRows: 5, inspectorWidth: 20, overlayRows: 5)))
    browser.arrive(.countries, .failed(World.failure("the answer is not what anybody would expect it to be")))
    browser.send(.pagePointed(.details))
    #expect(browser.inspectorText.prefix(3) == ["the answer is not", "what anybody would", "expect it to be"])
  }

  @Test("An empty list still has its call")
  func emptyList() {
    var browser = Browser()
    browser.arrive(.countries, .countries(World.loaded([], #"{"countries":[]}"#)))
    #expect(browser.inspectorText == ["{", #"  "countries": []"#, "}"])
    browser.send(.pagePointed(.details))
    #expect(browser.inspectorText == ["Nothing is listed here."])
  }

  @Test("An item among nulls and in a bare array is found in the body")
  func itemPlaces() {
    var browser = Browser()
    browser.arrive(.countries, .countries(World.loaded(World.countries, #"[null,{"a":1},null,{"b":2},{"c":3}]"#)))
    browser.press(.moveDown)
    #expect(browser.inspector.path == "$[3]")
    browser.press(.moveDown)
    #expect(browser.inspector.path == "$[4]")
  }

  @Test("Outside of a page there is nothing to show, in every form and on every page")
  func outside() {
    for body in [#"{"a":[1]}"#, "text", "", "[1]x", "[][]"] {
      var browser = browser(body: body)
      for _ in 0..<Page.allCases.count * 3 {
        let inspector = browser.inspector
        for row in [Int.min, -1, inspector.count + 1, .max] {
          #expect(inspector[row].pieces.isEmpty)
        }
        browser.press(.turnForm, .nextPage)
      }
    }
  }

  @Test("The pages turn round and round")
  func pages() {
    var browser = Browser.settled()
    #expect(browser.inspector.page == .body)
    browser.press(.nextPage)
    #expect(browser.inspector.page == .headers)
    browser.press(.nextPage, .nextPage, .nextPage, .nextPage)
    #expect(browser.inspector.page == .details)
    browser.press(.previousPage)
    #expect(browser.inspector.page == .code)
  }

  @Test("Moving and scrolling keep the cursor in the window and the window in the page")
  func scrolling() {
    var browser = browser(body: Self.longBody)
    #expect(browser.inspector.count == 52)
    browser.press(.moveToBottom)
    #expect((browser.inspector.cursor, browser.inspector.top) == (51, 47))
    browser.press(.moveDown, .pageUp)
    #expect((browser.inspector.cursor, browser.inspector.top) == (46, 46))
    browser.send(.scrolled(.inspector, by: -100))
    #expect((browser.inspector.cursor, browser.inspector.top) == (4, 0))
    browser.press(.halfPageDown)
    #expect(browser.inspector.cursor == 6)
    browser.press(.moveToTop, .moveUp)
    #expect((browser.inspector.cursor, browser.inspector.top) == (0, 0))
    browser.press(.moveToBottom)
    browser.send(.viewportChanged(Viewport(columnRows: 5, inspectorRows: 20, inspectorWidth: 76, overlayRows: 5)))
    #expect(browser.inspector.top == 32)
  }

  @Test("Sideways it scrolls no further left than the first column, and starts there on every page")
  func sideways() {
    var browser = Browser.settled()
    browser.press(.scrollLeft)
    #expect(browser.inspector.left == 0)
    browser.press(.scrollRight, .scrollRight, .scrollLeft)
    #expect(browser.inspector.left == 8)
    browser.press(.nextPage)
    #expect(browser.inspector.left == 0)
    for _ in 0..<1000 { browser.press(.scrollRight) }
    #expect(browser.inspector.left <= 4000)
  }

  @Test("What arrives for another column doesn't take the reader's place away")
  func readersPlace() {
    var browser = browser(body: Self.longBody)
    browser.press(.pageDown, .pageDown)
    let place = browser.inspector.cursor
    browser.arrive(.cities(isoCountryCode: "DE"))
    #expect(browser.inspector.cursor == place)
  }

  @Test("Headers are shown from both sides, a failure after them")
  func headers() {
    var browser = Browser()
    let exchange = World.exchange(
      body: Array("{".utf8), failure: .cutShort, fields: [.contentType: "application/json"])
    browser.arrive(
      .countries,
      .failed(LoadFailure(message: "cut", suggestion: "again", inspection: Inspection(exchange))))
    browser.send(.pagePointed(.headers))
    #expect(
      browser.inspectorText == [
        "Response", "200 OK", "Content-Type: application/json", "Then: connection closed too early", "",
        "Request", "GET https://api.example/psd2/x", "Host: api.example", "Authorization: Bearer \(Secret.mask)",
        "Accept: application/json",
      ])
  }

  @Test("Without an answer the body and headers pages say why there is none")
  func noAnswer() {
    var browser = Browser()
    let exchange = World.exchange(body: [], status: nil, failure: .hostNotFound)
    browser.arrive(
      .countries,
      .failed(LoadFailure(message: "no", suggestion: "again", inspection: Inspection(exchange))))
    #expect(browser.inspectorText == ["no", "", "again"])
    browser.send(.pagePointed(.headers))
    #expect(browser.inspectorText.prefix(2) == ["Response", "None: host not found"])
  }

  @Test("The request page has the request, and the token call that served it")
  func request() {
    var browser = Browser()
    let token = World.exchange(body: [], requestBody: "client_secret=\(Secret.mask)")
    let exchange = World.exchange(body: Array("{}".utf8), token: token)
    browser.arrive(
      .countries, .countries(Loaded(value: World.countries, inspection: Inspection(exchange), at: World.start)))
    browser.send(.pagePointed(.request))
    #expect(browser.inspectorText.first == "GET https://api.example/psd2/x")
    #expect(browser.inspectorText.contains("Its token came from"))
    #expect(browser.inspectorText.suffix(3) == ["client_secret=\(Secret.mask)", "", "Answered 200 OK"])
  }
}
