import Foundation
import HTTPTypes
import OpenPayments
import Testing

@Suite("Bodies in other character sets")
struct CharacterSetTests {
  private static let text = #"{"countries":[{"isoCountryCode":"SE","name":"Malmö"}]}"#

  private static func wide(_ text: String, bigEndian: Bool = false) -> [UInt8] {
    text.utf16.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  private static func narrow(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8($0.value) } }

  private static func answer(_ body: [UInt8], _ type: String?, target: String = Target.countries) -> StubAnswer {
    var fields: HTTPFields = [:]
    fields[.contentType] = type
    var answer = StubAnswer(target, fields: fields)
    answer.result = answer.result.map { TransportAnswer(response: $0.response, body: body) }
    return answer
  }

  @Test(
    "JSON is read from them, and kept as received",
    arguments: [
      ([0xFF, 0xFE] + wide(text), "application/json"), ([0xFE, 0xFF] + wide(text, bigEndian: true), nil),
      (wide(text), "application/json"), (wide(text, bigEndian: true), "application/json; charset=utf-8"),
      (wide(text), "application/json; Charset=\"UTF-16\""), (wide(text, bigEndian: true), "a/b;x=y; charset = utf-16"),
      (wide(text), "application/json;charset=UTF-16LE"),
      (wide(text, bigEndian: true), "text/plain; charset='utf-16be'"),
      (narrow(text), "application/json; charset=iso-8859-1"),
      (narrow(text), "application/json; charset=\"Windows-1252\""),
      (Array(text.utf8), "application/json; charset=iso-8859-1"),
      (Array(text.utf8), "application/json; charset=utf-16"),
    ])
  func good(body: [UInt8], type: String?) async throws {
    let fixture = try Fixture(.psd2, [.token(), Self.answer(body, type)])
    let countries = try await fixture.client.countries()
    #expect(countries.value.map(\.name) == ["Malmö"])
    #expect(countries.exchange.body == body)
  }

  @Test(
    "what is no character is U+FFFD, and said",
    arguments: [
      (wide("ab") + [0x63], "ab\u{FFFD}"), (wide("ab") + [0, 0xD8] + wide("c"), "ab\u{FFFD}c"),
      (wide("ab") + [0, 0xDC], "ab\u{FFFD}"), ([0xFF, 0xFE, 0], "\u{FFFD}"),
    ])
  func gaps(body: [UInt8], text: String) throws {
    let decoded = try #require(DecodedText(body, [.contentType: "text/plain; charset=utf-16"]))
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == text && decoded.remark.hasSuffix("with gaps"))
  }

  @Test("places are known in both, with characters of any length before them")
  func places() throws {
    let text = String(repeating: "aå€😀", count: 3000)
    let body = [0xFF, 0xFE] + Self.wide(text)
    let decoded = try #require(DecodedText(body, nil))
    for count in [0, 1, 2, 3, 4, 4000, 11_999, 12_000] {
      let (before, wide) = (String(text.prefix(count)).utf8.count, 2 + Self.wide(String(text.prefix(count))).count)
      #expect(decoded.byteOffset(ofText: before) == wide && decoded.textOffset(ofByte: wide) == before)
    }
  }

  @Test("an error's words are read from them")
  func words() async throws {
    var refused = Self.answer(Self.wide(#"{"tppMessages":[{"code":"NO","text":"nä"}]}"#), "application/json")
    refused.result = refused.result.map {
      TransportAnswer(
        response: HTTPResponse(status: .badRequest, headerFields: $0.response.headerFields), body: $0.body)
    }
    let error = try await Fixture.error(.psd2, [.token(), refused])
    #expect(error.words?.summary == "NO: nä" && error.exchange?.error?.words == error.words)
  }

  private static let token = "token-of-more-than-16-bytes"

  @Test(
    "a token that is echoed is masked in its own character set",
    arguments: [
      ("application/json", [], false), ("text/html; charset=utf-16", [], true), ("text/html", [0xFE, 0xFF], true),
    ] as [(String, [UInt8], Bool)])
  func echo(type: String, mark: [UInt8], bigEndian: Bool) async throws {
    for echo in [Self.token, Fixture.secret] {
      func body(_ text: String) -> [UInt8] { mark + Self.wide("[\"\(text)\", \"ö\"]", bigEndian: bigEndian) }
      let fixture = try Fixture(.psd2, [.token(Self.token), Self.answer(body(echo), type, target: "GET /a")])
      let exchange = try await fixture.client.get("/a")
      #expect(exchange.body == body(Secret.mask))
    }
  }

  @Test(
    "so is one in bytes that are something else, or nothing that is known",
    arguments: [
      ("application/octet-stream", [1, 0, 7] + wide(token)),
      ("text/plain; charset=utf-16", wide("å") + Array(token.utf8)),
    ] as [(String, [UInt8])])
  func hiddenEcho(type: String, body: [UInt8]) async throws {
    let fixture = try Fixture(.psd2, [.token(Self.token), Self.answer(body, type, target: "GET /a")])
    let kept = try await fixture.client.get("/a").body.filter { $0 != 0 }
    #expect(!String(decoding: kept, as: UTF8.self).contains(Self.token.prefix(6)))
  }

  @Test("so is one with escapes, and a secret of letters that ISO-8859-1 writes otherwise")
  func escapedEcho() async throws {
    let escaped = Self.wide(#"["\u0074oken-of-more-than-16-byte\u0073"]"#)
    let latin = Self.narrow("<p>ö \(Fixture.secret)</p>")
    let fixture = try Fixture(
      .psd2,
      [
        .token(Self.token), Self.answer(escaped, nil, target: "GET /a"),
        Self.answer(latin, "text/html; charset=latin1", target: "GET /b"),
      ])
    #expect(try await fixture.client.get("/a").body == Self.wide("[\"\(Secret.mask)\"]"))
    #expect(
      try await fixture.client.get("/b").body == [0x3C, 0x70, 0x3E, 0xF6, 0x20] + [UInt8](repeating: 0x95, count: 6)
        + Array("</p>".utf8))
  }

  @Test("a token's answer is read from them, and holds no token where it is kept")
  func tokenAnswer() async throws {
    let body = Self.wide(#"{"access_token":"abcd1234","token_type":"Bearer","refresh_token":"r3fr3sh!"}"#)
    let fixture = try Fixture(.psd2, [Self.answer(body, "application/json; charset=utf-16", target: Target.token)])
    #expect(try await fixture.client.token().value.reveal() == "abcd1234")
    let kept = try #require(fixture.exchanges.entries.first)
    let text = String(decoding: try #require(kept.decodedText).bytes, as: UTF8.self)
    #expect(text == #"{"access_token":"\#(Secret.mask)","token_type":"Bearer","refresh_token":"\#(Secret.mask)"}"#)
  }
}
