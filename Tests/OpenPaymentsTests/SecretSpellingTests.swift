import FoundationEssentials
import HTTPTypes
import JSONText
import TestRandomness
import Testing

@testable import OpenPayments

/// What is meant counts, not how a server spells it.
@Suite("Secrets in any spelling")
struct SecretSpellingTests {
  private static let secrets = [
    "tok/en+1234567890==", "pässwörd with blanks & \"quotes\" \\ %41 \u{1F600}", "eyJhbGciOi.eyJzdWIi-_x.c2lnbmF0dXJl",
    "16 bytes exactly", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaab",
  ]

  private typealias Spelling = @Sendable (Unicode.Scalar, inout SeededGenerator) -> String

  private static func hex(_ value: some BinaryInteger, digits: Int, _ random: inout SeededGenerator) -> String {
    let text = String(Int(value), radix: 16, uppercase: Bool.random(using: &random))
    return String(repeating: "0", count: max(digits - text.count, 0)) + text
  }

  private static func json(_ scalar: Unicode.Scalar, _ random: inout SeededGenerator) -> String {
    if scalar == "/", Bool.random(using: &random) { return "\\/" }
    return String(scalar).utf16.map { "\\u\(hex($0, digits: 4, &random))" }.joined()
  }

  private static func percent(_ scalar: Unicode.Scalar, _ random: inout SeededGenerator) -> String {
    if scalar == " ", Bool.random(using: &random) { return "+" }
    return String(scalar).utf8.map { "%\(hex($0, digits: 2, &random))" }.joined()
  }

  private static func entity(_ scalar: Unicode.Scalar, _ random: inout SeededGenerator) -> String {
    Bool.random(using: &random) ? "&#x\(hex(scalar.value, digits: 1, &random));" : "&#\(scalar.value);"
  }

  private static let kinds: [Spelling] = [json, percent, entity]

  /// Every scalar that has to be, and some others, as an escape of one kind; then perhaps some of those once more.
  private static func spelled(_ text: String, _ random: inout SeededGenerator) -> String {
    var text = text
    for layer in 0..<Int.random(in: 1...2, using: &random) {
      let escape = kinds.randomElement(using: &random) ?? json
      let needed = layer == 0 ? "\\%&\" +" : "\\%&"
      text = text.unicodeScalars.map { scalar in
        needed.unicodeScalars.contains(scalar) || Int.random(in: 0..<4, using: &random) == 0
          ? escape(scalar, &random) : String(scalar)
      }.joined()
    }
    return text
  }

  @Test("escapes of JSON, percent codes and HTML's, in either case, mixed and in layers", arguments: secrets)
  func escapes(secret: String) {
    var random = SeededGenerator(seed: 14)
    let masking = Masking([Secret(secret), Secret("another s3cret")])
    for _ in 0..<300 {
      let spelled = Self.spelled(secret, &random)
      for (before, after) in [(#"{"a":[{"b":"Bearer "#, #""}]}"#), ("", ""), (#"x\n100% & \\ "#, #"\u00e5\"#)] {
        let masked = masking("\(before)\(spelled)\(after)")
        #expect(masked == "\(before)\(Secret.mask)\(after)", "\(spelled)")
      }
    }
  }

  @Test("in a form, where a blank is a plus")
  func form() {
    #expect(Masking([Secret("a b+c d")])("x=a+b%2Bc+d&y=a+b%2bc%20d") == "x=\(Secret.mask)&y=\(Secret.mask)")
  }

  @Test("base64 and base64url of it, of id and secret, at any place of what is encoded", arguments: secrets)
  func base64(secret: String) {
    let masking = Masking([Secret(secret)])
    for id in ["", "x", "id", "client-1:", "a:b:"] {
      for suffix in ["", ":", "more", "??"] {
        let standard = Data("\(id)\(secret)\(suffix)".utf8).base64EncodedString()
        let url = standard.replacing("+", with: "-").replacing("/", with: "_").filter { $0 != "=" }
        for text in [standard, url] {
          let masked = masking("Basic \(text) x")
          let kept = masked.split(separator: " ")[1].split(separator: Secret.mask)
          let room = (id.utf8.count + suffix.utf8.count) * 2 + (suffix.isEmpty ? 0 : 2)
          #expect(masked.contains(Secret.mask) && kept.joined().count <= room, "\(masked)")
        }
      }
    }
    let form = String(decoding: PercentEncoding.formBytes(Array(secret.utf8)), as: UTF8.self)
    #expect(masking("Basic \(Data("id:\(form)".utf8).base64EncodedString())").contains(Secret.mask))
  }

  @Test("a long body: wherever a piece of it ends, and nothing else is touched")
  func longBody() {
    let secret = "tok/en+1234567890=="
    let masking = Masking([Secret(secret)])
    let filler = Array(#"{"name":"Sparbanken V\u00e4st \"AB\"","share":"5%","x":"\\\\"},"#.utf8)
    for spelling in [#"tok\u002fen\u002B1234567890%3d="#, "tok%2Fen%2b1234567890%3D%3D", secret] {
      for copies in [0, 1, 8_000, 9_003] {
        let start = Array(repeating: filler, count: copies).flatMap { $0 }
        for shift in [0, 7, 61] {
          let before = start + Array(repeating: UInt8(ascii: "x"), count: shift) + Array("\"".utf8)
          let after = Array("\"".utf8) + start
          let masked = masking(before + Array(spelling.utf8) + after, shortest: 16)
          #expect(masked == before + Array(Secret.mask.utf8) + after)
        }
      }
    }
  }

  @Test("many secrets, beside and inside one another")
  func several() {
    let masking = Masking([Secret("first-s3cret"), Secret("the-first-s3cret-and-more"), Secret("xyz")])
    #expect(masking("first-s3cret the-first-s3cret-and-more xyz") == "\(Secret.mask) \(Secret.mask) xyz")
    #expect(masking("first-s3cretfirst-s3cret") == "\(Secret.mask)\(Secret.mask)")
    #expect(masking(Array("first-s3cret".utf8), shortest: 16) == Array("first-s3cret".utf8))
  }

  @Test("hostile repetition takes no time")
  func repetition() {
    let token = String(repeating: "a", count: 4_000)
    let bytes = Array(repeating: UInt8(ascii: "a"), count: 400_000)
    #expect(
      Masking([Secret(token)])(bytes, shortest: 16)
        == Array(repeating: Array(Secret.mask.utf8), count: 100).flatMap { $0 })
    let escapes = Array(repeating: UInt8(ascii: "\\"), count: 2_000_000)
    #expect(Masking([Secret(token)])(escapes, shortest: 16) == escapes)
  }

  @Test("nor does a secret that nearly is everywhere", .timeLimit(.minutes(1)))
  func nearRepetition() {
    let half = String(repeating: "a", count: 50_000)
    let bytes = Array(repeating: UInt8(ascii: "a"), count: 300_000)
    let masking = Masking([Secret("\(half)b\(half)")])
    #expect(masking(bytes) == bytes)
    let echo = bytes + Array("b\(half)c".utf8)
    #expect(masking(echo) == bytes.dropLast(50_000) + Array("\(Secret.mask)c".utf8))
  }

  @Test("names of HTML's are read whole")
  func entities() {
    let masking = Masking([Secret("a&b<c>d\"e'f+g/h=i")])
    #expect(masking("x a&amp;b&lt;c&gt;d&quot;e&apos;f&plus;g&sol;h&equals;i") == "x \(Secret.mask)")
    #expect(!masking("a&amp;b&lt;c&gt;d&quot;e&apos;f&plus;g&solx;h&equals;i").contains(Secret.mask))
  }

  @Test("of few letters that repeat themselves: found where the plain way finds it")
  func plainWay() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<3_000 {
      func bytes(_ count: ClosedRange<Int>) -> [UInt8] {
        (0..<Int.random(in: count, using: &random)).map { _ in Bool.random(using: &random) ? 97 : 98 }
      }
      let piece = bytes(1...4)
      let needle = bytes(0...3) + Array(repeating: piece, count: 6).flatMap { $0 } + bytes(0...3)
      let filler = bytes(0...9) + Array(repeating: piece, count: 9).flatMap { $0 }
      let text = filler + (Bool.random(using: &random) ? needle : bytes(4...4)) + filler + needle.dropLast() + filler
      var (found, start) = ([Range<Int>](), 0)
      while start + needle.count <= text.count {
        let isThere = text[start..<start + needle.count].elementsEqual(needle)
        if isThere { found.append(start..<start + needle.count) }
        start += isThere ? needle.count : 1
      }
      let search = SecretSearch([SecretNeedle(bytes: needle, secretLength: needle.count, isBase64: false)])
      #expect(search.ranges(in: text.span) == found, "\(needle) in \(text)")
    }
  }

  @Test("a head that echoes it: values, names, the reason")
  func head() {
    let token = "eyJhbGciOi.eyJzdWIi-_x"
    var response = HTTPResponse(status: .init(code: 400, reasonPhrase: "bad \(token)"))
    response.headerFields = [.init("X-\(token)")!: "1", .location: "https://x.test/?s=eyJhbGciOi%2eeyJzdWIi-_x"]
    let masked = Masking([Secret(token)])(response)
    #expect(!"\(masked)".contains("eyJzdWIi") && masked.status.code == 400)
    #expect(masked.headerFields[.location] == "https://x.test/?s=\(Secret.mask)")
  }

  // MARK: - Through the client

  private func recorded(_ answer: StubAnswer, token: String = "tok/en+1234567890==") async throws -> Exchange {
    let fixture = try Fixture.tryingOnce(.psd2, [.token(token), answer])
    _ = try? await fixture.client.countries()
    return try #require(fixture.exchanges.entries.last { $0.operation == .countries })
  }

  @Test("an answer of the API hides it and is still read as it was")
  func api() async throws {
    let body = #"{"countries":[{"isoCountryCode":"SE","name":"tok\u002fen\u002b1234567890%3d="}]}"#
    let fixture = try Fixture(.psd2, [.token("tok/en+1234567890=="), StubAnswer(Target.countries, body)])
    let answer = try await fixture.client.countries()
    #expect(answer.value.first?.name == "tok/en+1234567890%3d=")
    #expect(
      String(decoding: answer.exchange.body, as: UTF8.self)
        == #"{"countries":[{"isoCountryCode":"SE","name":"\#(Secret.mask)"}]}"#)
    #expect(answer.exchange.document?.root?["countries"]?.child(at: 0)?["name"]?.string == Secret.mask)
  }

  @Test("the token answer: nested tokens, names with escapes, and their values wherever they stand")
  func tokenAnswer() async throws {
    let body =
      #"{"access_token":"abcd1234","token_type":"Bearer","expires_in":60,"more":[{"refresh\u005ftoken":"r3fr3sh!"}],"#
      + #""echo":"\u0061bcd1234 r3fr3sh%21"}"#
    let fixture = try Fixture(.psd2, [StubAnswer(Target.token, body)])
    #expect(try await fixture.client.token().value.reveal() == "abcd1234")
    let kept = String(decoding: try #require(fixture.exchanges.entries.first).body, as: UTF8.self)
    #expect(
      kept == #"{"access_token":"\#(Secret.mask)","token_type":"Bearer","expires_in":60,"#
        + #""more":[{"refresh\u005ftoken":"\#(Secret.mask)"}],"echo":"\#(Secret.mask) \#(Secret.mask)"}"#)
  }

  @Test(
    "of a good token answer that can't be read head, length and kind are kept",
    arguments: [
      (#"{"access_token":"abcd1234","token_type":"Bearer""#, nil), (#"["abcd1234"]"#, nil), ("abcd1234", nil),
      (#""abcd1234""#, nil), (#"{"access_token":"abcd1234"} x"#, nil), ("\u{1b}\u{3}abcd1234", "br"),
      (#"{"access_token":"abcd1234","token_type":"Bearer","expires_in":60}"#, "gzip"),
      (#"{"access_token":"abcd1234","token_type":"Bearer","expires_in":60}"#, "zstd"),
    ])
  func unreadable(body: String, coding: String?) async throws {
    var fields: HTTPFields = [.contentType: "application/json"]
    if let coding { fields[.contentEncoding] = coding }
    let fixture = try Fixture.tryingOnce(.psd2, [StubAnswer(Target.token, fields: fields, body)])
    let error = await #expect(throws: OpenPaymentsError.self) { try await fixture.client.token() }
    let kept = try #require(fixture.exchanges.entries.first)
    #expect(kept.body.isEmpty && kept.encodedBody == nil && kept.status == 200)
    #expect(kept.bodyLength == body.utf8.count || coding == "gzip")
    #expect(kept.response?.headerFields[.contentType] == "application/json")
    #expect(error?.description.contains("abcd1234") == false)
    let archive = HTTPArchive([kept], creator: .init(name: "", version: "")).utf8()
    #expect(!String(decoding: archive, as: UTF8.self).contains("abcd1234"))
  }

  @Test("a token endpoint that refuses keeps its body, known secrets masked", arguments: [400, 401, 500])
  func refused(status: Int) async throws {
    let body = #"<p>bad s3cr&#x2B;t/ä=&amp;%~</p>"#
    let fixture = try Fixture.tryingOnce(.psd2, [StubAnswer(Target.token, status: status, body)])
    _ = try? await fixture.client.token()
    let kept = try #require(fixture.exchanges.entries.first)
    #expect(String(decoding: kept.body, as: UTF8.self) == "<p>bad \(Secret.mask)</p>")
  }
}
