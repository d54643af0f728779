import JSONText
import Testing
import ViewModels

struct QueryTests {
  private static let text =
    #"{"aspsps":[{"bicFi":"ESSESESS","city":"Stockholm"},{"bicFi":"NDEASESS","city":"Malmö"},{"bicFi":"X"}]}"#

  private func browser(_ body: String = text) -> Browser {
    var browser = Browser(rows: 30)
    browser.arrive(.countries, .countries(World.loaded(World.countries, body)))
    browser.press(.nextPane)
    return browser
  }

  @Test("A path narrows the body as it is typed; where each value is from stands before it")
  func narrowing() {
    var browser = browser()
    browser.press(.query)
    #expect(browser.context == .query)
    #expect(browser.bodyInput?.field.text == "$")
    browser.type("..city")
    #expect(browser.inspectorText == [#"$.aspsps[0].city  "Stockholm""#, #"$.aspsps[1].city  "Malmö""#])
    #expect(browser.inspector.body?.query?.count == 2)
    #expect(browser.inspector.place == "$.aspsps[0].city")
  }

  @Test("While a path is unfinished or wrong, what it selected before stays, and what is wrong is told")
  func unfinished() {
    var browser = browser()
    browser.press(.query)
    browser.type("..city")
    browser.type("[?")
    #expect(browser.inspectorText.count == 2)
    #expect(browser.inspector.body?.query?.isUnfinished == true)
    browser.press(.eraseLine)
    browser.type("x")
    #expect(browser.inspector.body?.query?.error?.reason == .expectedRoot)
    #expect(browser.inspector.body?.query?.isUnfinished == false)
    #expect(browser.inspectorText.count == 15)
  }

  @Test("Few values are shown open, many folded, and all of them fold and open")
  func folding() {
    var browser = browser()
    browser.press(.query)
    browser.type(".aspsps[*]")
    browser.press(.acceptFilter)
    #expect(browser.context == .body)
    #expect(browser.inspectorText.count == 11)
    browser.press(.fold)
    #expect(browser.inspectorText[0] == #"$.aspsps[0]  { "bicFi": "ESSESESS", "city": "Stockholm" }"#)
    browser.press(.nextSibling)
    #expect(browser.inspector.path == "$.aspsps[1]")
  }

  @Test("Leaving while typing goes back to where one was; leaving later to the value one had found")
  func leaving() {
    var browser = browser()
    browser.press(.moveDown, .query)
    browser.type("..city")
    browser.press(.cancel)
    #expect(browser.inspector.path == "$.aspsps[0].bicFi")
    #expect(browser.inspector.body?.query == nil)
    browser.press(.query)
    browser.type("..city")
    browser.press(.acceptFilter, .moveDown, .cancel)
    #expect(browser.inspector.path == "$.aspsps[1].city")
    #expect(browser.inspector.count == 15)
  }

  @Test("Names that may come next are offered, and put in one after the other")
  func completion() {
    var browser = browser()
    browser.press(.query)
    browser.type(".aspsps[0].")
    #expect(browser.bodyInput?.completion?.candidates.map(\.key) == ["bicFi", "city"])
    browser.press(.complete)
    #expect(browser.bodyInput?.field.text == "$.aspsps[0].bicFi")
    #expect(browser.inspectorText == [#"$.aspsps[0].bicFi  "ESSESESS""#])
    browser.press(.complete)
    #expect(browser.bodyInput?.field.text == "$.aspsps[0].city")
    browser.press(.previousHit)
    #expect(browser.bodyInput?.field.text == "$.aspsps[0].bicFi")
    browser.press(.eraseLine, .complete)
    #expect(browser.notice?.text == "No name can come next here.")
  }

  @Test("A whole path that is pasted takes the place of the $ that stands there")
  func pasting() {
    var browser = browser()
    browser.press(.query)
    browser.send(.typed("$.aspsps[1].city"))
    #expect(browser.bodyInput?.field.text == "$.aspsps[1].city")
    #expect(browser.inspectorText == [#"$.aspsps[1].city  "Malmö""#])
  }

  @Test("What is no path can't be kept, and no path is none")
  func keeping() {
    var browser = browser()
    browser.press(.query)
    browser.type("..city[")
    browser.press(.acceptFilter)
    #expect(browser.context == .query)
    #expect(browser.notice?.text.hasPrefix("The path is not finished: expected") == true)
    browser.press(.eraseLine)
    #expect(browser.inspectorText.count == 15)
    browser.press(.acceptFilter)
    #expect(browser.context == .body && browser.inspector.body?.query == nil)
  }

  @Test("Where a path ends, the names that may come after it are offered")
  func completionAfterPath() {
    var browser = browser()
    browser.press(.query)
    browser.type(".aspsps[0]")
    browser.press(.complete)
    #expect(browser.bodyInput?.field.text == "$.aspsps[0].bicFi")
  }

  @Test("A path that selects nothing says so")
  func nothing() {
    var browser = browser()
    browser.press(.query)
    browser.type(".nothing")
    #expect(browser.inspectorText == ["The path selects nothing in this body."])
    #expect(browser.inspector.body?.query?.count == 0)
    browser.press(.acceptFilter, .search)
    browser.type("ess")
    #expect(browser.inspector.body?.search?.hits?.count == 0)
  }

  @Test("A long body narrowed to nothing goes through every form and every key", arguments: [300, 600, 5000])
  func nothingInLongBody(items: Int) {
    var browser = browser("[\(Array(repeating: "0", count: items).joined(separator: ","))]")
    browser.press(.query)
    browser.type(".nothing")
    browser.press(.acceptFilter, .turnForm, .turnForm, .moveToBottom, .turnForm)
    #expect(browser.inspectorText == ["The path selects nothing in this body."])
    browser.press(.toggleFold, .unfold, .foldAll, .unfoldAll, .foldOthers, .parent, .nextSibling, .previousSibling)
    browser.send(.depthChosen(1))
    browser.press(.search)
    browser.type("0")
    browser.press(.acceptFilter, .nextHit, .previousHit, .moveToBottom, .turnForm, .moveToBottom, .turnForm, .turnForm)
    #expect(browser.inspectorText == ["The path selects nothing in this body."])
    browser.press(.cancel, .cancel)
    #expect(browser.inspector.count == items + 2)
  }

  @Test("Folding all others on one of the values shown alone shows no more than these")
  func others() {
    var browser = browser()
    browser.press(.query)
    browser.type(".aspsps[*]")
    browser.press(.acceptFilter, .foldOthers)
    #expect(browser.inspectorText.map { String($0.prefix(11)) } == ["$.aspsps[0]", "$.aspsps[1]", "$.aspsps[2]"])
  }

  @Test("A search goes on in what is left, and in all of it again")
  func searching() {
    var browser = browser()
    browser.press(.search)
    browser.type("m")
    browser.press(.acceptFilter)
    #expect(browser.inspector.body?.search?.hits?.count == 2)
    browser.press(.query)
    browser.type(".aspsps[1]")
    #expect(browser.inspector.body?.search?.hits?.count == 1)
    browser.press(.cancel)
    #expect(browser.inspector.body?.search?.hits?.count == 2)
  }

  @Test("A long body is narrowed away from the screen's thread, and what comes too late is dropped")
  func longBody() throws {
    let items = (0..<20_000).map { #"{"n":\#($0)}"# }.joined(separator: ",")
    var browser = browser("[\(items)]")
    browser.press(.query)
    browser.type("[1]")
    guard case .inspector(.query(let old))? = browser.work.last else {
      Issue.record("nothing is looked for")
      return
    }
    browser.type(".n")
    guard case .inspector(.query(let job))? = browser.work.last else {
      Issue.record("nothing is looked for")
      return
    }
    browser.send(.inspector(.queried(old, old.run())))
    #expect(browser.inspector.count > 20_000)
    browser.send(.inspector(.queried(job, job.run())))
    #expect(browser.inspectorText == ["$[1].n  1"])
  }

  @Test("Only a tree can be narrowed")
  func otherForms() {
    var browser = browser()
    browser.press(.turnForm, .query)
    #expect(browser.notice?.text == "Only a body shown as a tree can be narrowed by a path: :turn-form turns to it.")
  }
}
