import ExplorerStorage
import FoundationEssentials
import HTTPTypes
import OpenPayments
import Testing

@testable import ViewModels

struct CodeTests {
  private func hosted(_ scopes: [String]? = nil) throws -> Profile {
    Profile(
      name: "environment",
      environment: .hosts(auth: try BaseURL("https://auth.example"), api: try BaseURL("https://api.example")),
      application: Application(clientID: "me", secret: .given(Secret("s3cr3t-s3cr3t-s3cr3t"))), dialect: .psd2,
      scopes: scopes)
  }

  @Test("The page has the call in three languages, each under its name, comments told apart")
  func page() throws {
    var browser = Browser.settled()
    browser.press(.nextPane)
    while browser.inspector.page != .code { browser.press(.nextPage) }
    let text = browser.inspectorText
    #expect(["Shell, with curl", "Swift, with OpenPayments", "Python"].allSatisfy(text.contains))
    let exchange = try #require(browser.inspector.subject.inspection?.exchange)
    let code = CallCode(exchange, of: browser.tokenOwner(of: exchange))
    for language in [code.curl, code.swift, code.python] {
      #expect(text.joined(separator: "\n").contains(language.dropLast()))
    }
    let inspector = browser.inspector
    let comments = (0..<inspector.count).map { inspector[$0] }.filter { $0.pieces.first?.role == .muted }
    #expect(comments.count == 6)
  }

  @Test("The token is the profile's: by its name, its scopes where they are its own, its variables named")
  func profile() throws {
    let exchange = World.exchange(body: [])
    let curl = CallCode(exchange, of: .profile(try hosted())).curl
    #expect(curl.contains("$(opx token --profile environment)"))
    #expect(curl.hasPrefix("# opx token needs OPX_AUTH_URL, OPX_CLIENT_ID, OPX_CLIENT_SECRET in the environment.\n"))
    let scoped = CallCode(exchange, of: .profile(try hosted(["accountinformation", "corporate"]))).curl
    #expect(scoped.contains("$(opx token --profile environment --scope 'accountinformation corporate')"))
    #expect(!scoped.contains("s3cr3t"))
  }

  @Test("The sandbox's port is told to be this run's; a call of another profile names none")
  func places() throws {
    var request = World.exchange(body: []).request
    request.authority = "127.0.0.1:4711"
    let local = Exchange(
      id: UUID(), operation: .get, startedAt: World.start, request: request, requestBody: [], response: nil, body: [],
      failure: nil, timings: .init(head: nil, total: .zero), tokenExchange: nil)
    #expect(
      CallCode(local, of: .profile(World.psd2)).notes.first?.hasPrefix("127.0.0.1:4711 is the sandbox of this run")
        == true)
    let variables = "-u OPX_AUTH_URL -u OPX_API_URL -u OPX_CLIENT_ID -u OPX_CLIENT_SECRET"
    #expect(
      CallCode(local, of: .profile(World.psd2), among: [World.psd2, try hosted()]).curl
        .contains("$(env \(variables) opx token --profile sandbox)"), "the variables lead elsewhere")
    let code = CallCode(local, of: .nobody("Nobody's."), among: [World.psd2])
    #expect(code.tokenCommand == ["opx", "token", "--profile", "<profile>"] && code.notes.first == "Nobody's.")
    #expect(code.notes.count == 2 && code.curl.contains("$(opx token --profile '<profile>')"))
  }

  @Test("Each language can be copied")
  func copied() {
    var browser = Browser.settled()
    for (command, what, token) in [
      (Command.copyCurl, "the call as curl", "opx token"), (.copySwift, "the call in Swift", #""opx", "token""#),
      (.copyPython, "the call in Python", #""opx", "token""#),
    ] {
      browser.press(.copy, command)
      guard case .copying(.copy(let clipping))? = browser.work.first else {
        Issue.record("nothing was copied")
        return
      }
      #expect(clipping.what == what && clipping.text.contains(token), "\(clipping.text)")
    }
  }

  @Test("The token itself is copied after a yes alone, goes to the clipboard and stays nowhere in the state")
  func token() throws {
    let hosted = try hosted()
    var browser = Browser.settled(hosted)
    let exchange = try #require(browser.inspector.subject.inspection?.exchange)
    browser.press(.copy, .copyCurlWithToken)
    #expect(browser.context == .question && browser.work.isEmpty)
    browser.press(.decline)
    #expect(!browser.hasOverlay && browser.work.isEmpty)
    browser.press(.copy, .copyCurlWithToken, .confirm)
    #expect(browser.work == [.platform(.copying(.token(for: exchange)), as: hosted)])
    browser.send(.copying(.tokenFetched(browser.tag(of: hosted), .success(Secret("t0k3n")), for: exchange)))
    guard case .copying(.copy(let clipping))? = browser.work.first else {
      Issue.record("nothing was copied")
      return
    }
    #expect(clipping.text.contains("-H 'Authorization: Bearer t0k3n'") && clipping.what == "the call with its token")
    browser.send(.copying(.copied(clipping, .noTool)))
    #expect(browser.notice?.text.contains("t0k3n") == false)
    #expect(!browser.everything.contains("t0k3n"))
  }

  @Test("No token to be had is said; one of another profile is not used; a token call is refused")
  func noToken() throws {
    let hosted = try hosted()
    var browser = Browser.settled(hosted)
    let exchange = try #require(browser.inspector.subject.inspection?.exchange)
    browser.press(.copy, .copyCurlWithToken, .confirm)
    browser.send(.copying(.tokenFetched(browser.tag(of: World.seed), .success(Secret("x")), for: exchange)))
    #expect(browser.work.isEmpty)
    browser.send(.copying(.tokenFetched(browser.tag(of: hosted), .failure(World.failure()), for: exchange)))
    #expect(browser.work.isEmpty && browser.notice?.text == "busy wait a little")
    browser.pin(Inspection(World.exchange(body: [], operation: .token)))
    browser.press(.copy, .copyCurlWithToken)
    #expect(!browser.hasOverlay && browser.notice?.text.contains("never copied") == true)
  }

  @Test("The X-Request-ID comes first in Headers and Request, and another one in the answer is told")
  func requestID() {
    var browser = Browser.settled()
    var request = World.exchange(body: []).request
    request.headerFields[.requestID] = "aaa"
    let exchange = Exchange(
      id: UUID(), operation: .get, startedAt: World.start, request: request, requestBody: [],
      response: .init(status: .ok, headerFields: [.requestID: "bbb"]), body: [], failure: nil,
      timings: .init(head: nil, total: .zero), tokenExchange: nil)
    browser.pin(Inspection(exchange))
    for page in [Page.headers, .request] {
      browser.send(.pagePointed(page))
      #expect(browser.inspectorText.prefix(2) == ["X-Request-ID  aaa", "in the answer bbb"])
    }
  }

  @Test("A call that came to an error says in its details what it means and what to do")
  func details() {
    var browser = Browser.settled()
    let body = #"{"tppMessages":[{"category":"ERROR","code":"FORMAT_ERROR","text":"no such filter"}]}"#
    browser.pin(World.inspection(body, status: 400))
    browser.send(.pagePointed(.details))
    #expect(browser.inspectorText.first == "GET /psd2/x")
    #expect(browser.inspectorText.contains { $0.contains("FORMAT_ERROR: no such filter") })
  }
}
