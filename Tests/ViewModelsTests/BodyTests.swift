import JSONText
import Testing
import ViewModels

struct BodyTests {
  private static let text = #"{"countries":[{"code":"SE","name":"Sweden"},{"code":"NO","name":"Norway"}],"note":"x"}"#

  private func browser(_ body: String = text, rows: Int = 30) -> Browser {
    var browser = Browser(rows: rows)
    browser.arrive(.countries, .countries(World.loaded(World.countries, body)))
    browser.press(.nextPane)
    return browser
  }

  private func pieces(_ browser: Browser, _ row: Int, _ role: Line.Role) -> [String] {
    browser.inspector[row].pieces.filter { $0.role == role }.map(\.text)
  }

  @Test("What is under the cursor folds to a row that tells what it holds and how much")
  func folding() {
    var browser = browser()
    #expect(browser.context == .body)
    #expect(browser.inspector.path == "$.countries[0]")
    browser.press(.toggleFold)
    #expect(browser.inspectorText[2] == #"    { "code": "SE", "name": "Sweden" },"#)
    #expect(browser.inspector[2].fold == .closed)
    #expect(browser.inspector[2].note == "2 members")
    browser.press(.fold)
    #expect(browser.inspector.path == "$.countries")
    browser.press(.fold)
    #expect(browser.inspectorText[1] == #"  "countries": [{…}, {…}],"#)
    #expect(browser.inspector[1].note == "2 items")
    browser.press(.unfold, .moveDown, .unfold)
    #expect(browser.inspectorText[3] == #"      "code": "SE","#)
  }

  @Test("From the outermost value, folded, one goes back to the columns")
  func leaving() {
    var browser = browser()
    browser.press(.moveToTop, .fold, .fold)
    #expect(browser.focus == .column(.countries))
  }

  @Test("A scalar has nothing to fold, which is said; on it one climbs")
  func scalars() {
    var browser = browser()
    browser.press(.moveDown, .toggleFold)
    #expect(browser.notice?.text == "Nothing is folded here.")
    browser.press(.parent)
    #expect(browser.inspector.path == "$.countries[0]")
    browser.press(.nextSibling)
    #expect(browser.inspector.path == "$.countries[1]")
    browser.press(.nextSibling)
    #expect(browser.notice?.text == "This is the last one in its list.")
    browser.press(.previousSibling, .previousSibling)
    #expect(browser.notice?.text == "This is the first one in its list.")
  }

  @Test("Folding all, others or to a depth keeps the cursor on its value, or on what it is folded into")
  func foldingMany() {
    var browser = browser()
    browser.press(.moveDown, .foldAll)
    #expect(browser.inspector.path == "$.countries")
    #expect(browser.inspector.count == 4)
    browser.press(.unfoldAll)
    #expect(browser.inspector.path == "$.countries")
    browser.press(.moveDown, .foldOthers)
    #expect(browser.inspector.path == "$.countries[0]")
    #expect(browser.inspectorText[3] == #"    { "code": "NO", "name": "Norway" }"#)
    browser.send(.depthChosen(1))
    #expect(browser.inspector.path == "$.countries")
    browser.send(.depthChosen(9))
    #expect(browser.inspector.count == 13)
  }

  @Test("What is folded stays so while other pages are looked at, and so does the place")
  func otherPages() {
    var browser = browser()
    browser.press(.toggleFold, .moveDown, .nextPage, .previousPage)
    #expect(browser.inspector.path == "$.countries[1]")
    #expect(browser.inspector[2].fold == .closed)
  }

  @Test("On other pages the keys of the body say where it is")
  func wrongPage() {
    var browser = browser()
    browser.press(.nextPage, .search)
    #expect(browser.notice?.text == "Only the body can be folded and searched: :next-page turns to it.")
    #expect(browser.context == .inspector)
  }

  @Test("A search goes to its first hit as it is typed, marks it, and counts")
  func searching() {
    var browser = browser()
    browser.press(.search)
    #expect(browser.context == .search)
    browser.type("nor")
    #expect(browser.inspector.path == "$.countries[1].name")
    #expect(browser.inspector.numberOfHit == 1)
    #expect(pieces(browser, browser.inspector.cursor, .match) == ["Nor"])
    browser.press(.eraseLine)
    browser.type("e")
    #expect(browser.inspector.path == "$.countries[0].code")
    browser.press(.acceptFilter)
    #expect(browser.context == .body)
    browser.press(.nextHit, .nextHit)
    #expect(browser.inspector.path == "$.countries[1].code")
    browser.press(.previousHit, .previousHit, .previousHit)
    #expect(browser.inspector.path == "$.countries")
    browser.press(.previousHit)
    #expect(browser.inspector.path == "$.note")
  }

  @Test("A hit opens what hides it")
  func hiddenHits() {
    var browser = browser()
    browser.press(.foldAll, .search)
    browser.type("norway")
    #expect(browser.inspector.path == "$.countries[1].name")
    #expect(browser.inspectorText[2] == #"    { "code": "SE", "name": "Sweden" },"#)
  }

  @Test("Leaving a search goes back to where it began; without one the keys say how to begin")
  func droppingSearch() {
    var browser = browser()
    browser.press(.search)
    browser.type("x")
    #expect(browser.inspector.path == "$.note")
    browser.press(.cancel)
    #expect(browser.inspector.path == "$.countries[0]")
    #expect(browser.inspector.body?.search == nil)
    browser.press(.nextHit)
    #expect(browser.notice?.text == "Nothing is being looked for: :search begins.")
    browser.press(.search)
    browser.type("zzz")
    browser.press(.acceptFilter, .nextHit)
    #expect(browser.notice?.text == "“zzz” is nowhere in this body.")
    browser.press(.cancel)
    #expect(browser.focus == .inspector)
    #expect(browser.inspector.body?.search == nil)
  }

  @Test("A long body is searched away from the screen's thread, and what comes too late is dropped")
  func longBody() throws {
    let items = (0..<40_000).map { #"{"n":\#($0)}"# }.joined(separator: ",")
    var browser = browser("[\(items)]")
    browser.press(.search)
    browser.type("3999")
    guard case .inspector(.find(let old))? = browser.work.last else {
      Issue.record("nothing is searched")
      return
    }
    browser.type("9")
    guard case .inspector(.find(let job))? = browser.work.last else {
      Issue.record("nothing is searched")
      return
    }
    #expect(old != job)
    let place = browser.inspector.cursor
    browser.send(.inspector(.found(old, .offsets([1]))))
    #expect(browser.inspector.body?.search?.hits == nil)
    #expect(browser.inspector.cursor == place)
    let hits = JSONSearch("39999")?.hits(in: try #require(browser.inspector.body?.tree))
    browser.send(.inspector(.found(job, .values(try #require(hits)))))
    #expect(browser.inspector.path == "$[39999].n")
    browser.press(.eraseLine)
    #expect(browser.work == [.inspector(.stop)])
  }

  @Test("The forms of a body show the same place")
  func forms() {
    var browser = browser()
    browser.press(.moveDown, .moveDown)
    #expect(browser.inspector.place == "$.countries[0].name")
    browser.press(.turnForm)
    #expect(browser.inspectorText.joined() == Self.text)
    #expect(browser.inspector.place?.hasPrefix("byte 0 of 86") == true)
    browser.press(.turnForm)
    #expect(browser.inspectorText[1].hasPrefix("00000010  63 6f 64 65"))
    browser.press(.turnForm)
    #expect(browser.inspector.body?.form == .tree)
  }

  @Test("Text that is no JSON is searched, too")
  func plainText() {
    var browser = browser("<html>\n<b>busy</b>\n<i>busy</i>\nno\nbusy")
    #expect(browser.inspector.body?.forms == [.text, .hex])
    browser.press(.search)
    browser.type("bus")
    #expect(browser.inspector.cursor == 1)
    browser.press(.acceptFilter, .nextHit)
    #expect((browser.inspector.cursor, browser.inspector.numberOfHit) == (2, 2))
    browser.press(.previousHit, .previousHit)
    #expect((browser.inspector.cursor, browser.inspector.numberOfHit) == (4, 3))
  }

  @Test("What was looked for stands out in text and in numbers")
  func marks() {
    var browser = browser("<b>busy</b>")
    browser.press(.search)
    browser.type("us")
    #expect(pieces(browser, 0, .match) == ["us"])
    browser.press(.acceptFilter, .turnForm)
    #expect(pieces(browser, 0, .match) == ["75", "73", "us"])
  }

  @Test("Several values one after the other are shown as text, the tree is a key away")
  func jsonLines() {
    var browser = browser(#"{"a":1}"# + "\n" + #"{"a":2}"#)
    #expect(browser.inspectorText == [#"{"a":1}"#, #"{"a":2}"#])
    browser.press(.turnForm, .turnForm)
    #expect(browser.inspectorText.first == "{")
  }

  @Test("The keys open at those for where one is")
  func help() {
    var browser = browser()
    browser.press(.help)
    guard let list = browser.commandList else {
      Issue.record("no help")
      return
    }
    #expect(list.selected?.group == .body)
  }

  @Test("From a closing bracket one goes to the opening one first")
  func closingBracket() {
    var browser = browser()
    browser.press(.moveToBottom, .parent)
    #expect(browser.inspector.cursor == 0)
  }

  @Test("What has the focus takes the whole screen and gives it back")
  func zooming() {
    var browser = browser()
    let focus = browser.focus
    browser.press(.zoom)
    #expect(browser.isZoomed && browser.focus == focus)
    browser.press(.nextPane)
    #expect(browser.isZoomed && browser.focus != focus)
    browser.press(.zoom)
    #expect(!browser.isZoomed)
  }

  @Test("Pointing at a line moves there, pointing again folds it")
  func pointing() {
    var browser = browser()
    browser.send(.linePointed(1))
    #expect(browser.inspector.path == "$.countries")
    browser.send(.linePointed(1))
    #expect(browser.inspector[1].fold == .closed)
  }
}
