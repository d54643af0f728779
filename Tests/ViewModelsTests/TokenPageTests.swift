import ExplorerStorage
import FoundationEssentials
import JSONText
import OpenPayments
import Testing

@testable import ViewModels

struct TokenPageTests {
  @Test("t opens the page wherever one is, and t, q and Esc close it", arguments: [Command.token, .quit, .cancel])
  func opening(closing: Command) {
    for place in [Command.redraw, .nextPane, .history] {
      var browser = Browser.withToken()
      browser.press(place)
      let context = browser.context
      browser.press(.token)
      #expect(browser.context == .token && browser.work.isEmpty)
      browser.press(closing)
      #expect(browser.context == context && browser.work.isEmpty)
    }
  }

  @Test("it tells of scopes, times and where the token came from")
  func facts() {
    var browser = Browser.withToken()
    browser.press(.token)
    #expect(
      browser.tokenText.prefix(7) == [
        "State           valid for 60 min", "Asked scopes    a b", "Granted scopes  as asked: the answer didn't say",
        "Issued          2026-05-09 06:13:20", "Expires         2026-05-09 07:13:20",
        "Renewed         not in this run", "Came from       POST https://auth.test/connect/token, 200 in 5 ms",
      ])
    browser.obtain(World.report(granted: ["b", "c"], renewals: 3, exchange: nil))
    #expect(browser.tells("Granted scopes  b c"))
    #expect(browser.tells("Not granted     a") && browser.tells("Not asked for   c"))
    #expect(browser.tells("3 times in this run") && browser.tells("an earlier run, which kept it"))
  }

  @Test("it says that five minutes are a guess")
  func assumedLife() {
    let report = TokenReport(
      issuedAt: World.start, expiresAt: World.start + 300, isLifetimeAssumed: true, askedScopes: ["a"],
      grantedScopes: nil, renewals: 0, exchange: nil, webToken: nil)
    var browser = Browser.withToken(report)
    browser.press(.token)
    #expect(browser.tells("Expires         2026-05-09 06:18:20 (five minutes assumed:"))
  }

  @Test("a JWT's header and claims are there, times as dates, and said not to be verified")
  func webToken() {
    var browser = Browser.withToken()
    browser.press(.token)
    #expect(browser.tells("NOT VERIFIED: :check-signature checks the signature."))
    #expect(browser.tells("kid             key-1") && browser.tells("scope           a, b"))
    #expect(browser.tells("exp             1700003600 · 2023-11-14 23:13:20"))
    #expect(browser.tells(#"deep            { "x": […] }"#))
    browser.obtain(World.report(isOpaque: true))
    #expect(browser.tells("Opaque: it is no JWT"))
  }

  @Test("the state counts down by the clock that is there, and needs no other wake-up")
  func countdown() {
    var browser = Browser.withToken()
    let tick = browser.tick
    browser.press(.token)
    #expect(browser.tick == tick)
    browser.wait(3481)
    browser.send(.ticked)
    #expect(browser.tells("valid for 119 s"))
    #expect(browser.tick == browser.now + 1)
    browser.wait(119)
    browser.send(.ticked)
    #expect(browser.tells("State           expired"))
  }

  @Test("without a token the page says so; a refusal is told with its call")
  func none() {
    var browser = Browser.settled(rows: 40)
    browser.press(.token)
    #expect(
      browser.tells("There is no token. :renew-token fetches one") && browser.tells("Asked scopes    aspspinformation"))
    for command in [Command.checkSignature, .forgetToken, .copyClaims, .tokenExchange] {
      browser.press(command)
      #expect(browser.work.isEmpty && browser.notice != nil, "\(command)")
    }
    browser.send(.token(browser.tag(of: World.psd2), .failed(World.failure("Credentials refused."))))
    browser.send(.tokenChanged(browser.tag(of: World.psd2), .refused))
    #expect(browser.tells("State           refused") && browser.tells("Credentials refused."))
    browser.press(.tokenExchange)
    #expect(browser.pinned?.exchange.status == 503 && browser.context == .body)
  }

  @Test("Enter shows the call that fetched it; one of an earlier run is not there")
  func call() {
    var browser = Browser.withToken()
    browser.press(.token, .tokenExchange)
    #expect(browser.pinned?.exchange == World.tokenCall && !browser.hasOverlay)
    var other = Browser.withToken(World.report(exchange: nil))
    other.press(.token, .tokenExchange)
    #expect(other.pinned == nil && other.notice?.text.hasPrefix("An earlier run") == true)
  }

  @Test("r fetches a new one, once; X forgets it; both are told when they are done")
  func renewing() {
    var browser = Browser.withToken()
    browser.press(.token, .renewToken)
    #expect(browser.work == [.platform(.token(.renew), as: World.psd2)])
    browser.press(.renewToken)
    #expect(browser.work.isEmpty)
    browser.send(.token(browser.tag(of: World.psd2), .dropped))
    browser.obtain(World.report(renewals: 1))
    browser.send(.token(browser.tag(of: World.psd2), .renewed(nil)))
    #expect(browser.notice?.text == "This is a new token." && browser.tells("once in this run"))
    browser.press(.forgetToken)
    #expect(browser.work == [.token(.forget, of: World.psd2)])
    browser.send(.token(browser.tag(of: World.psd2), .dropped))
    browser.send(.tokenChanged(browser.tag(of: World.psd2), .none))
    browser.send(.token(browser.tag(of: World.psd2), .forgotten(nil)))
    #expect(browser.notice?.text.hasPrefix("Forgotten") == true && browser.tells("There is no token."))
  }

  @Test("a client that can't be made is told as well")
  func noClient() {
    var browser = Browser.settled(rows: 40)
    browser.press(.token, .renewToken)
    browser.send(.token(browser.tag(of: World.psd2), .renewed(World.failure("The sandbox did not start.", body: nil))))
    #expect(browser.tells("The sandbox did not start.") && !browser.tells("shows the call that failed"))
    browser.press(.renewToken)
    #expect(browser.work == [.platform(.token(.renew), as: World.psd2)])
  }

  @Test("y copies the claims as JSON and nothing of the signature")
  func copying() {
    var browser = Browser.withToken()
    browser.press(.token, .copyClaims)
    guard case .copying(.copy(let clipping))? = browser.work.first else {
      Issue.record("nothing was copied")
      return
    }
    #expect(JSONDocument(Array(clipping.text.utf8)).root?["iss"]?.string == "https://auth.test")
    #expect(!clipping.text.contains("c2VjcmV0") && clipping.what == "the claims")
  }

  @Test("it scrolls as far as there are lines, at any size", arguments: [8, 20, 100])
  func scrolling(rows: Int) {
    var browser = Browser.settled(rows: rows)
    browser.obtain(World.report())
    browser.press(.token, .moveToBottom)
    let top = browser.tokenPage?.top ?? 0
    #expect(top == max(browser.tokenText.count - rows, 0))
    browser.press(.moveUp)
    #expect(browser.tokenPage?.top == max(top - 1, 0))
    browser.send(.token(browser.tag(of: World.psd2), .dropped))
    #expect(browser.tokenPage?.top == max(browser.tokenText.count - rows, 0))
  }

  @Test("claims that nobody would read are cut, and narrow lines hold all of the others")
  func hostileClaims() {
    let many = (0..<1000).map { #""\#($0)":"\#(String(repeating: "x", count: 9000))""# }.joined(separator: ",")
    let lines = ClaimLines(width: 40, timeZone: .gmt).lines(JSONDocument(Array("{\(many)}".utf8)).root)
    #expect(lines.count < 20_000 && lines.last?.pieces.first?.text == "… and 800 more")
    #expect(lines.allSatisfy { $0.indent + $0.pieces.map(\.text).joined().count <= 40 })
    let empty = ClaimLines(width: 40, timeZone: .gmt).lines(JSONDocument(Array("{}".utf8)).root)
    #expect(empty.map { $0.pieces.map(\.text).joined() } == ["None."])
  }
}
