import ExplorerStorage
import FoundationEssentials
import HTTPTypes
import OpenPayments
import Testing

@testable import ViewModels

struct EditingTests {
  private func form(_ browser: Browser) throws -> RequestForm { try #require(browser.requestForm) }

  private func editing(_ path: String, _ fields: HTTPFields = [:]) -> Browser {
    var browser = Browser.settled()
    var all: HTTPFields = [.authorization: "Bearer \(Secret.mask)", .accept: "application/json", .requestID: "1-2-3"]
    all.append(contentsOf: fields)
    let exchange = Exchange(
      id: UUID(), operation: .aspsps, startedAt: World.start,
      request: HTTPRequest(method: .get, scheme: "https", authority: "api.example", path: path, headerFields: all),
      requestBody: [], response: nil, body: [], failure: nil, timings: .init(head: nil, total: .zero),
      tokenExchange: nil)
    browser.pin(Inspection(exchange))
    browser.press(.edit)
    return browser
  }

  @Test("Path, query and headers are lines of their own; what is the client's own can't be changed, the id is new")
  func lines() throws {
    let form = try form(editing("/psd2/x?a=1&b&c=%C3%A5"))
    #expect(
      form.rows.map { "\($0.kind) \($0.name.text)=\($0.value.text)" } == [
        "path =/psd2/x", "query a=1", "query b=", "query c=%C3%A5", "header Accept=application/json",
        "header X-Request-ID=",
      ])
    #expect(form.rows.map(\.isNewID) == [false, false, false, false, false, true])
    #expect(form.clientsOwn == ["Authorization", "Host"])
    #expect(form.requestLine == "GET /psd2/x?a=1&b&c=%C3%A5")
  }

  @Test("Nothing is sent before the key for it; then the request as edited goes out under the current profile")
  func sent() throws {
    var browser = editing("/psd2/x?a=1")
    browser.type("2&å")
    browser.press(.addLine)
    browser.type("n m")
    browser.press(.nextField)
    browser.type("v")
    #expect(try form(browser).requestLine == "GET /psd2/x?a=12%26%C3%A5&n%20m=v")
    #expect(browser.work.isEmpty)
    browser.press(.send)
    let fields: HTTPFields = [.accept: "application/json"]
    #expect(
      browser.work == [
        .platform(.call(.get(CallRequest(path: "/psd2/x?a=12%26%C3%A5&n%20m=v", fields: fields))), as: World.psd2)
      ])
    #expect(!browser.hasOverlay)
    let answer = World.inspection("[]")
    browser.send(.call(browser.tag(of: World.psd2), .answered(.answered(answer))))
    #expect(browser.inspector.subject.inspection == answer)
  }

  @Test("Esc leaves without a call")
  func left() {
    var browser = editing("/x")
    browser.press(.cancel)
    #expect(!browser.hasOverlay && browser.work.isEmpty && browser.call == nil)
  }

  @Test(
    "Sent without a change, the path is byte for byte what it was",
    arguments: ["/x", "/x?a", "/x?a=&b=%2B+", "/%20?q=1,2"])
  func unchanged(path: String) {
    var browser = editing(path)
    browser.press(.send)
    guard case .platform(.call(.get(let request)), as: _)? = browser.work.first else {
      Issue.record("nothing is sent")
      return
    }
    #expect(request.path == path)
  }

  @Test("A line is added beside one of its kind and can be deleted, the path can't")
  func addAndDelete() throws {
    var browser = editing("/x")
    while try form(browser).cursor > 0 { browser.press(.moveUp) }
    browser.press(.deleteLine)
    #expect(browser.notice?.text == "The path can be changed, not deleted.")
    browser.press(.addLine)
    #expect(try form(browser).rows.map(\.kind) == [.path, .query, .header, .header])
    browser.press(.moveDown, .deleteLine)
    #expect(try form(browser).rows.map(\.name.text) == ["", "", "X-Request-ID"])
    browser.press(.send)
    #expect(browser.work == [.platform(.call(.get(CallRequest(path: "/x", fields: [:]))), as: World.psd2)])
  }

  @Test("The fields go round, from name to value to the next line")
  func fields() throws {
    var browser = editing("/x?a=1")
    #expect(try form(browser).cursor == 1 && form(browser).isOnName == false)
    var places: [String] = []
    for _ in 1...7 {
      browser.press(.nextField)
      places.append("\(try form(browser).cursor)\(try form(browser).isOnName ? "n" : "v")")
    }
    #expect(places == ["2n", "2v", "3n", "3v", "0v", "1n", "1v"])
    browser.press(.previousField)
    #expect(try form(browser).isOnName)
  }

  @Test(
    "What can't be a header is said as it is typed, and is not sent",
    arguments: [
      ("X Y", "1", "A header's name is made of letters, digits and -_.!#$%&'*+^`|~."),
      ("", "1", "A header's name is made of letters, digits and -_.!#$%&'*+^`|~."),
      ("X-Y", "a\u{1B}[31m", "A header's value holds no control characters."),
      ("Authorization", "Bearer x", "Authorization is the client's own."), ("host", "x", "host is the client's own."),
      ("Content-Length", "5", "Content-Length is the client's own."),
    ])
  func invalid(name: String, value: String, problem: String) throws {
    var browser = editing("/x")
    while try form(browser).rows[form(browser).cursor].kind != .header { browser.press(.moveDown) }
    browser.press(.addLine)
    browser.type(name)
    browser.press(.nextField)
    browser.type(value)
    #expect(try form(browser).problem == problem)
    browser.press(.send)
    #expect(browser.work.isEmpty && browser.notice?.text == "Not sent. \(problem)")
    browser.press(.deleteLine)
    #expect(try form(browser).problem == nil)
  }

  @Test("What the client puts before every path is not sent twice, and where it goes is known")
  func basePath() throws {
    let hosted = Profile(
      name: "environment",
      environment: .hosts(
        auth: try BaseURL("https://auth.example"), api: try BaseURL("https://api.example/base")),
      application: Application(clientID: "me", secret: .given(Secret("secret"))), dialect: .psd2)
    var browser = Browser(hosted, profiles: [hosted])
    let exchange = Exchange(
      id: UUID(), operation: .get, startedAt: World.start,
      request: HTTPRequest(method: .get, scheme: "https", authority: "api.example", path: "/base/x"), requestBody: [],
      response: nil, body: [], failure: nil, timings: .init(head: nil, total: .zero), tokenExchange: nil)
    browser.pin(Inspection(exchange))
    browser.press(.edit, .send)
    #expect(browser.work.first == .platform(.call(.get(CallRequest(path: "/x", fields: [:]))), as: hosted))
    #expect(hosted.destination == "https://api.example/base" && World.psd2.destination == nil)
  }

  @Test("Without a call, or for the token's, there is nothing to edit")
  func nothing() {
    var browser = Browser()
    browser.press(.edit)
    #expect(!browser.hasOverlay)
    #expect(browser.notice?.text == "No call has been made for this yet.")
    browser = Browser.settled()
    browser.pin(Inspection(World.exchange(body: [], operation: .token)))
    browser.press(.edit)
    #expect(!browser.hasOverlay)
    #expect(browser.notice?.text.contains("by GET") == true)
  }
}
