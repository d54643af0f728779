import OpenPayments
import Testing

@Suite("Base URLs")
struct BaseURLTests {
  @Test(
    "an address is normalised and nothing more",
    arguments: [
      ("https://api.test", "https://api.test"), ("https://api.test/", "https://api.test"),
      ("HTTPS://api.test:8443/a/b//", "https://api.test:8443/a/b"),
      ("https://api.test/%C3%85", "https://api.test/%C3%85"),
      ("https://xn--mnchen-3ya.test", "https://xn--mnchen-3ya.test"), ("https://API.test", "https://API.test"),
      ("http://127.0.0.1:8080", "http://127.0.0.1:8080"), ("http://localhost", "http://localhost"),
      ("http://[::1]:80/", "http://[::1]:80"), ("http://127.255.0.1/", "http://127.255.0.1"),
    ])
  func valid(text: String, normal: String) throws {
    #expect(try BaseURL(text).description == normal)
  }

  @Test(
    "what can't be called is refused, with the reason",
    arguments: [
      ("", BaseURLError.notAnAddress), ("api.test", .notAnAddress), ("https://", .notAnAddress),
      ("https:///path", .notAnAddress), ("https://a b.test", .notAnAddress), ("https://api.test/a b", .notAnAddress),
      ("https://api.test\r\nX: y", .notAnAddress), ("https://api.test:0", .notAnAddress),
      ("https://api.test:65536", .notAnAddress), ("https://api.test:x", .notAnAddress),
      ("ftp://api.test", .unsupportedScheme), ("file:///etc/passwd", .notAnAddress),
      ("javascript:alert(1)", .notAnAddress),
      ("https://u:p@api.test", .containsCredentials), ("https://u@api.test", .containsCredentials),
      ("https://api.test?a=b", .containsQuery), ("https://api.test/#a", .containsQuery),
      ("http://api.test", .plainHTTP), ("http://127.0.0.1.evil.test", .plainHTTP),
      ("http://localhost.evil.test", .plainHTTP),
      ("http://0.0.0.0", .plainHTTP), ("http://127.1", .plainHTTP), ("http://[::2]", .plainHTTP),
    ])
  func invalid(text: String, reason: BaseURLError) {
    #expect(throws: reason) { _ = try BaseURL(text) }
  }

  @Test("plain http to another machine has to be allowed by name")
  func plainHTTP() throws {
    #expect(try BaseURL("http://api.test", allowPlainHTTP: true).description == "http://api.test")
  }
}
