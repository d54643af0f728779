import ExplorerStorage
import FoundationEssentials
import HTTPTypes
import OpenPayments
import Testing

@testable import ViewModels

/// Whose token may stand in a call that is copied, and where a call goes that is sent again.
struct TokenOwnerTests {
  static func profile(_ name: String, at host: String, path: String = "", secret: String = "s") throws -> Profile {
    Profile(
      name: name,
      environment: .hosts(
        auth: try BaseURL("https://auth.\(host)"), api: try BaseURL("https://api.\(host)\(path)")),
      application: Application(clientID: "me", secret: .given(Secret(secret))), dialect: .psd2)
  }

  static func exchange(
    at authority: String, scheme: String = "https", path: String = "/psd2/x", operation: OpenPayments.Operation = .get
  ) -> Exchange {
    Exchange(
      id: UUID(), operation: operation, startedAt: World.start,
      request: HTTPRequest(
        method: .get, scheme: scheme, authority: authority, path: path,
        headerFields: [.authorization: "Bearer \(Secret.mask)"]),
      requestBody: [], response: nil, body: [], failure: nil, timings: .init(head: nil, total: .zero),
      tokenExchange: nil)
  }

  private let own: Profile
  private let other: Profile

  init() throws {
    own = try Self.profile("own", at: "own.test")
    other = try Self.profile("other", at: "other.test", path: "/base")
  }

  private func browser(_ profiles: [Profile]? = nil) -> Browser { Browser(own, profiles: profiles ?? [own, other]) }

  /// Every text that a copy or a page of the call would show.
  private func code(_ browser: Browser) -> [String] {
    [Command.copyCurl, .copySwift, .copyPython].compactMap { command in
      var browser = browser
      browser.press(.copy, command)
      if case .copying(.copy(let clipping))? = browser.work.first { return clipping.text } else { return nil }
    }
  }

  @Test("A call of the history is copied with the token of its own profile, whichever is in use")
  func fromHistory() {
    var browser = browser()
    let exchange = Self.exchange(at: "api.other.test", path: "/base/psd2/x")
    browser.pin(Inspection(exchange), madeUnder: "other")
    browser.press(.copy, .copyCurlWithToken, .confirm)
    #expect(browser.work == [.platform(.copying(.token(for: exchange)), as: other)])
    browser.send(.copying(.tokenFetched(browser.tag(of: own), .success(Secret("0wn")), for: exchange)))
    #expect(browser.work.isEmpty, "nobody asked for that one")
    browser.send(.copying(.tokenFetched(browser.tag(of: other), .success(Secret("t0k3n")), for: exchange)))
    guard case .copying(.copy(let clipping))? = browser.work.first else {
      Issue.record("nothing was copied")
      return
    }
    #expect(clipping.text.contains("Bearer t0k3n") && clipping.text.contains("https://api.other.test/base/psd2/x"))
    browser.send(.copying(.tokenFetched(browser.tag(of: other), .success(Secret("t0k3n")), for: exchange)))
    #expect(browser.work.isEmpty, "once is enough")
    for text in code(browser) { #expect(text.contains("other") && !text.contains("own")) }
  }

  @Test(
    "Where its profile is gone, or calls elsewhere now, no token goes with a call, and what to do is said",
    arguments: [
      ("own", "api.other.test", "https", "/base/psd2/x"), ("gone", "api.own.test", "https", "/psd2/x"),
      ("own", "api.own.test", "http", "/psd2/x"), ("own", "auth.own.test", "https", "/psd2/x"),
      ("own", "api.own.test:8443", "https", "/psd2/x"), ("own", "api.own.test.evil.test", "https", "/psd2/x"),
      ("own", "api.own.test@evil.test", "https", "/psd2/x"), ("own", "evil.test", "https", "/psd2/x"),
      ("other", "api.other.test", "https", "/baseless/x"), ("other", "api.other.test", "https", "/x"),
      ("sandbox", "evil.test", "http", "/psd2/x"), ("sandbox", "127.0.0.1.evil.test", "http", "/psd2/x"),
    ])
  func refused(name: String, authority: String, scheme: String, path: String) {
    var browser = browser([own, other, World.psd2])
    browser.pin(Inspection(Self.exchange(at: authority, scheme: scheme, path: path)), madeUnder: name)
    browser.press(.copy, .copyCurlWithToken)
    #expect(!browser.hasOverlay && browser.work.isEmpty)
    let text = browser.notice?.text ?? ""
    #expect(text.hasPrefix("This call was made under \(name), which ") && text.contains(":edit makes the call as own"))
    let texts = code(browser)
    #expect(texts.count == 3)
    for text in texts {
      #expect(text.contains("<profile>") && text.contains("This call was made under \(name)"))
      #expect(!text.contains("--profile own") && !text.contains("\"--profile\", \"own\""))
    }
  }

  @Test("A trial's call is copied with the token of the profile that was tried; not if that has changed since")
  func trial() throws {
    var browser = browser()
    let exchange = Self.exchange(at: "api.other.test", path: "/base/psd2/x", operation: .countries)
    let failure = LoadFailure(message: "No.", suggestion: "", inspection: Inspection(exchange))
    browser.press(.profiles, .moveToBottom, .testProfile)
    browser.send(.profiles(.tested(browser.tag(of: other), .token(.failure(failure)), advice: nil)))
    browser.press(.openTestedCall, .copy, .copyCurlWithToken, .confirm)
    #expect(browser.work == [.platform(.copying(.token(for: exchange)), as: other)])

    browser.pin(Inspection(exchange), from: .session(browser.tag(of: other), name: "other"))
    #expect(browser.tokenOwner(of: exchange) == .profile(other))
    let changed = try Self.profile("other", at: "other.test", path: "/base", secret: "another")
    browser.send(.profilesRead(Profiles.list(changed)))
    #expect(
      browser.tokenOwner(of: exchange)
        == .nobody("This call was made under other, which has been changed or deleted since."))
  }

  @Test("What is not known to be of any profile gets no token")
  func unknown() {
    var browser = browser()
    browser.pin(Inspection(Self.exchange(at: "api.own.test")))
    browser.press(.copy, .copyCurlWithToken)
    #expect(!browser.hasOverlay && browser.work.isEmpty)
    #expect(browser.notice?.text.hasPrefix("It is not known under which profile") == true)
    for text in code(browser) { #expect(text.contains("<profile>")) }
  }

  @Test("A call of another profile that is sent again goes out under the one in use, below its own address")
  func edited() {
    var browser = browser()
    browser.pin(Inspection(Self.exchange(at: "api.other.test", path: "/base/psd2/x?a=1")), madeUnder: "other")
    browser.press(.edit)
    #expect(browser.notice?.text == "This call was made under other; sent from here it goes out as own.")
    browser.press(.send)
    #expect(browser.work == [.platform(.call(.get(CallRequest(path: "/psd2/x?a=1", fields: [:]))), as: own)])
  }

  @Test("A mask is no value: it is not sent")
  func masked() throws {
    var browser = browser()
    let path = "/psd2/x?token=\(Secret.mask)"
    browser.pin(Inspection(Self.exchange(at: "api.own.test", path: path)), madeUnder: "own")
    browser.press(.edit, .send)
    #expect(browser.work.isEmpty)
    #expect(browser.notice?.text.hasPrefix("Not sent. token holds a mask") == true)
    browser.press(.eraseLine)
    browser.type("x")
    browser.press(.send)
    #expect(browser.work == [.platform(.call(.get(CallRequest(path: "/psd2/x?token=x", fields: [:]))), as: own)])
  }
}
