import Foundation
import JSONText
import OpenPayments
import Testing

@Suite("JSON Web Tokens")
struct JSONWebTokenTests {
  private func decoded(_ header: String, _ claims: String, _ signature: String = "AAAA") -> JSONWebToken? {
    let token = TestToken(header: header, claims: claims)
    return JSONWebToken(Secret("\(token.message).\(signature)"))
  }

  @Test("header and claims are there as signed, the signature is not")
  func whole() throws {
    let token = TestToken()
    let web = try #require(JSONWebToken(Secret(token.signed([1, 2, 3, 250]))))
    #expect(web.header.description == token.header && web.claims.description == token.claims)
    #expect(web.algorithm == "ES256" && web.keyID == "key-1" && web.issuer == "https://auth.test")
    #expect(web.expiresAt == Date(timeIntervalSince1970: 1_700_003_600))
    #expect(!"\(web)".contains(TestToken.base64URL([1, 2, 3, 250])))
  }

  @Test(
    "an opaque token has nothing to show",
    arguments: [
      "", ".", "..", "...", "token-1", "a.b", "a.b.c.d", "e30.e30", "e30.e30.e30.e30", "e30.bnVsbA.", "W10.e30.",
      "e30.e30.=", "e30=.e30.", "e3 0.e30.", "é.e30.", "+/.e30.", "eyJ.e30.",
    ])
  func opaque(text: String) { #expect(JSONWebToken(Secret(text)) == nil) }

  @Test("what is no UTF-8, broken or too long is no JWT")
  func hostile() {
    let invalid = TestToken.base64URL([UInt8(ascii: "{"), 0x22, 0xFF, 0x22, 0x3A, 0x31, UInt8(ascii: "}")])
    #expect(JSONWebToken(Secret("\(invalid).e30.")) == nil)
    #expect(decoded("{}", #"{"a":1"#) == nil)
    #expect(decoded("{}", "{} {}") == nil)
    #expect(decoded("{}", #"{"a":"\#(String(repeating: "x", count: 70_000))"}"#) == nil)
  }

  @Test("deep nesting and wrong types are shown, and mean nothing")
  func wrongTypes() throws {
    let nested = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
    let web = try #require(
      decoded(#"{"alg":["ES256"],"kid":7}"#, #"{"iss":{},"exp":"soon","aud":\#(nested)}"#))
    #expect(web.algorithm == nil && web.keyID == nil && web.issuer == nil && web.expiresAt == nil)
    #expect(web.claimsMembers?.count == 3)
  }

  @Test("an unsigned token is one as well", arguments: ["none", "None"])
  func unsigned(algorithm: String) throws {
    let web = try #require(decoded(#"{"alg":"\#(algorithm)"}"#, "{}", ""))
    #expect(web.algorithm == algorithm)
  }

  @Test(
    "only times that a calendar has are times", arguments: ["-1", "1e300", "253402300800", "null", "true", "\"1\""])
  func times(text: String) throws {
    let web = try #require(decoded("{}", #"{"exp":\#(text)}"#))
    #expect(web.expiresAt == nil)
  }
}
