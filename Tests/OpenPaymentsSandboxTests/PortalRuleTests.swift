import PortalRules
import Testing

@testable import OpenPaymentsSandbox

@Suite("Portal rules")
struct PortalRuleTests {
  @Test(
    "Addresses to return to are https, or http on this computer",
    arguments: [
      "https://till.example/back", "https://till.example", "HTTPS://till.example:8443/back?a=b%20c",
      "http://localhost", "http://localhost:1/x", "http://127.0.0.1:65535/", "http://[::1]:8080/back",
      "https://[2001:db8::1]/", "https://192.0.2.1/back",
    ])
  func goodRedirects(uri: String) {
    #expect(RedirectURI.problem(uri) == nil)
  }

  @Test(
    "Other addresses are told what is wrong",
    arguments: [
      ("", "Give the address"), ("http://till.example/back", "use https"),
      ("http://localhost.evil.example/", "use https"),
      ("http://127.0.0.1.evil.example/", "use https"), ("/back", "absolute"), ("till.example/back", "absolute"),
      ("https://till.example/#x", "fragment"), ("https://me@till.example/", "user"),
      ("http://localhost@evil.example/", "user"), ("https://", "host"), ("https:///back", "host"),
      ("https://till.example:0/", "host"), ("https://till.example:65536/", "host"), ("https://till.example:/", "host"),
      ("https://till..example/", "host"), ("https://*.example/", "host"), ("https://[::1/", "host"),
      ("javascript://localhost/x", "https://"), ("ftp://till.example/", "https://"),
      ("https://till.example/a b", "percent-encoded"),
      ("https://till.example/é", "percent-encoded"), ("https://till.example/\r\n", "percent-encoded"),
      ("https://till.example/%zz", "percent sign"), ("https://till.example\\@evil.example/", "percent-encoded"),
      ("https://till.example/" + String(repeating: "x", count: 2000), "longer"),
    ])
  func badRedirects(uri: String, words: String) throws {
    #expect(try #require(RedirectURI.problem(uri)).contains(words))
  }

  @Test("A name is one to a hundred characters that can be shown")
  func names() {
    #expect(ApplicationName.problem("Kassa 🛒 <b>") == nil)
    #expect(ApplicationName.problem(String(repeating: "é", count: 100)) == nil)
    for name in ["", " \t", String(repeating: "x", count: 101), "a\u{1B}[1m", "a\nb", "a\u{202E}b"] {
      #expect(ApplicationName.problem(name) != nil, "\(name.debugDescription)")
    }
  }

  @Test("Scopes are those of the platform and of OpenID Connect, at least one")
  func scopes() {
    #expect(
      ApplicationScopes.all == [
        "aspspinformation", "accountinformation", "paymentinitiation", "private", "corporate", "openid", "profile",
        "email",
      ])
    #expect(ApplicationScopes.problem(ApplicationScopes.all) == nil)
    #expect(ApplicationScopes.problem([]) != nil)
    #expect(ApplicationScopes.problem(["private", "OpenID"])?.contains("“OpenID”") == true)
  }

  @Test("The scopes of the rules are those of the sandbox")
  func allScopes() {
    #expect(ApplicationScopes.all == Scope.allCases.map(\.rawValue))
  }
}
