import Foundation
import HTTPTypes
import Testing

@testable import OpenPaymentsSandbox

@Suite("Texts of HTTP")
struct TextTests {
  @Test("A form's plus and %20 are blanks, %2B is a plus, and a raw blank stays one")
  func form() throws {
    let fields = try FormField.list("a=b+c%20d%2Be f&&g&=h&i=j=k".utf8)
    #expect(
      fields == [
        FormField(name: "a", value: "b c d+e f"), FormField(name: "g", value: ""), FormField(name: "", value: "h"),
        FormField(name: "i", value: "j=k"),
      ])
  }

  @Test(
    "A malformed escape and text that is not UTF-8 are refused", arguments: ["%", "%4", "%zz", "%+1", "%ff", "%C3"])
  func malformed(text: String) {
    #expect(throws: FormField.Malformed.self) { try FormField.list("a=\(text)".utf8) }
    #expect(PercentEncoding.decode(text.utf8) == nil)
    #expect(FormField.lenientList("a=\(text)".utf8).count == 1)
  }

  @Test(
    "JSON is acceptable",
    arguments: [
      nil, "", "*/*", "application/json", "APPLICATION/JSON", "application/*", "text/html, application/json;q=0.5",
      "text/html, image/gif, image/jpeg, */*; q=0.2", "application/json; charset=utf-8", "application/json;q=high",
      "application/json, application/*;q=0", ",,",
    ])
  func acceptable(accept: String?) {
    #expect(MediaRange.acceptsJSON(accept))
  }

  @Test(
    "JSON is not acceptable",
    arguments: ["text/html", "application/xml, text/*", "application/json;q=0, */*", "*/*;q=0", "application/jsonp"])
  func unacceptable(accept: String) {
    #expect(!MediaRange.acceptsJSON(accept))
  }

  @Test(
    "Dates are those of RFC 9110",
    arguments: [
      (784_111_777.0, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
      (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"), (-86_401, "Tue, 30 Dec 1969 23:59:59 GMT"),
    ])
  func dates(seconds: Double, text: String) {
    #expect(HTTPDate.format(Date(timeIntervalSince1970: seconds)) == text)
  }

  @Test("Base64URL has one spelling per value")
  func base64URL() {
    for length in 0..<20 {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: 255 - 7 * $0) }
      #expect(Base64URL.decode(Base64URL.encode(bytes)[...]) == bytes)
    }
    for text in ["A", "AB", "AAB", "AA==", "A+/A", "AA A", "AAA\n", "é"] { #expect(Base64URL.decode(text[...]) == nil) }
  }

  @Test("A request's path and query are taken apart before they are decoded")
  func target() {
    let request = SandboxRequest(
      HTTPRequest(method: .get, scheme: "http", authority: "h", path: "http://x/a%2Fb/%C3%A5/%zz?c=%2C&d?"), body: [])
    #expect(request.segments == ["a/b", "å", "%zz"])
    #expect(request.query == [FormField(name: "c", value: ","), FormField(name: "d?", value: "")])
  }

  @Test(
    "A host that could break out of a URL is not repeated",
    arguments: [nil, "", "a/b", "a\"b", "a b", "user@host", "å", "a?b"])
  func origin(authority: String?) {
    let request = HTTPRequest(method: .get, scheme: "http", authority: authority, path: "/")
    #expect(SandboxRequest(request, body: []).origin == "http://127.0.0.1")
  }
}
