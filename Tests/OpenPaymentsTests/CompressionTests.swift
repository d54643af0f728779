import CZlib
import FoundationEssentials
import HTTPTypes
import JSONText
import OpenPayments
import Testing

@Suite("Compressed answers")
struct CompressionTests {
  private static let text = #"{"countries":[{"isoCountryCode":"SE","name":"Sweden"}]}"#
  private static let bytes = Array(text.utf8)

  private func answer(_ body: [UInt8], _ coding: String) -> StubAnswer {
    var answer = StubAnswer(Target.countries, fields: [.contentType: "application/json", .contentEncoding: coding])
    answer.result = answer.result.map { TransportAnswer(response: $0.response, body: body) }
    return answer
  }

  private func outcome(
    _ body: [UInt8], _ coding: String, limit: Int = 1_000_000
  ) async throws -> (answer: Answer<[Country]>?, error: OpenPaymentsError?) {
    let fixture = try Fixture(.psd2, [.token(), answer(body, coding)], bodyLimit: limit)
    do { return (try await fixture.client.countries(), nil) } catch { return (nil, error) }
  }

  @Test(
    "what comes compressed is read, and kept as received",
    arguments: [
      ("gzip", deflated(bytes, 31)), ("X-GZip", deflated(bytes, 31)), ("deflate", deflated(bytes, 15)),
      ("deflate", deflated(bytes, -15)), ("deflate, gzip", deflated(deflated(bytes, 15), 31)),
      ("identity, gzip", deflated(bytes, 31)),
      ("gzip", deflated(Array(bytes.prefix(9)), 31) + deflated(Array(bytes.dropFirst(9)), 31)),
      ("gzip", deflated(bytes, 31) + [0, 0, 0]),
    ])
  func good(coding: String, body: [UInt8]) async throws {
    let answer = try #require(try await outcome(body, coding).answer)
    #expect(answer.value.map(\.name) == ["Sweden"])
    #expect(answer.exchange.body == Self.bytes)
    #expect(answer.exchange.encodedBody == body)
  }

  @Test("what can't be undone is an error that says so, with the bytes as received")
  func broken() async throws {
    let whole = Self.deflated(Self.bytes, 31)
    func changed(_ fromEnd: Int, _ bytes: [UInt8]) -> [UInt8] {
      var bytes = bytes
      bytes[bytes.count - fromEnd] ^= 0xFF
      return bytes
    }
    let short = UnusableAnswer.brokenCompression("gzip, which ends too early")
    for (body, coding, kind) in [
      (Array(whole.dropLast(9)), "gzip", short), (Array(whole.dropLast(1)), "gzip", short),
      (Array(whole.prefix(5)), "gzip", short), (changed(5, whole), "gzip", .brokenCompression("gzip")),
      (changed(1, whole), "gzip", .brokenCompression("gzip")), (Self.bytes, "gzip", .brokenCompression("gzip")),
      (whole + whole.dropLast(9), "gzip", short), (Self.bytes, "deflate", .brokenCompression("deflate")),
      (changed(1, Self.deflated(Self.bytes, 15)), "deflate", .brokenCompression("deflate")),
      (Self.deflated(Self.bytes, -15) + [1], "deflate", .brokenCompression("deflate")),
      (whole, "deflate, gzip", .brokenCompression("deflate")), (whole, "br", .compressed("br")),
      (whole, "br, gzip", .compressed("br, gzip")), (whole, "gzip, zstd", .compressed("gzip, zstd")),
      (whole, "made-up", .compressed("made-up")),
      (whole, "gzip,gzip,gzip,gzip", .compressed("gzip, gzip, gzip, gzip")),
    ] {
      let error = try #require(try await outcome(body, coding).error)
      #expect(error.kind == .unusable(kind))
      let exchange = try #require(error.exchange)
      #expect(exchange.body == body && exchange.bodyLength == body.count && exchange.encodedBody == nil)
      #expect(exchange.codingProblem == kind && exchange.error?.kind == .unusable(kind) && exchange.failure == nil)
    }
  }

  @Test("text in spite of its label is JSON all the same, for whoever looks at it")
  func mislabelled() async throws {
    let exchange = try #require(try await outcome(Self.bytes, "gzip").error?.exchange)
    #expect(exchange.document?.root?["countries"] != nil)
  }

  @Test("an error keeps its status when its body can't be decompressed, and says both")
  func errorStatus() async throws {
    var failed = StubAnswer(Target.countries, status: 403, fields: [.contentEncoding: "gzip"])
    failed.result = failed.result.map { TransportAnswer(response: $0.response, body: Self.bytes) }
    let error = try await Fixture.error(.psd2, [.token(), failed])
    #expect(error.kind == .forbidden && error.description.contains("(403; its compression is broken (gzip))"))
  }

  @Test("an empty body says nothing of its label")
  func empty() async throws {
    #expect(try await outcome([], "gzip").error?.kind == .unusable(.empty))
  }

  @Test("of what was cut on its way all is decompressed that came")
  func cut() async throws {
    let partial = TransportAnswer(
      response: HTTPResponse(status: .ok, headerFields: [.contentEncoding: "gzip"]),
      body: Array(Self.deflated(Self.bytes, 31).dropLast(8)))
    let answer = StubAnswer(Target.countries, failing: TransportFailure(.cutShort, partial: partial))
    let exchange = try #require(try await Fixture.error(.psd2, [.token(), answer]).exchange)
    #expect(exchange.body == Self.bytes && exchange.encodedBody == partial.body && exchange.codingProblem == nil)
  }

  @Test(
    "what can't be decompressed is not kept where a token is in it, compressed or not",
    arguments: [("gzip", 31), ("deflate, gzip", 31), ("br, gzip", 31), ("deflate", 15), ("gzip", nil), ("zstd", nil)])
  func brokenEcho(coding: String, windowBits: Int32?) async throws {
    let secret = "token-of-more-than-16-bytes"
    let text = Array(#"{"countries":[],"echo":"\#(secret)"}"#.utf8)
    var body = windowBits.map { Self.deflated(text, $0) } ?? text
    if coding == "gzip" || coding == "deflate" { body.removeLast() }
    let fixture = try Fixture(.psd2, [.token(secret), answer(body, coding)])
    let exchange = try await fixture.client.get("/psd2/aspspinformation/v1/countries")
    #expect(exchange.codingProblem != nil && exchange.encodedBody == nil)
    if windowBits == nil {
      #expect(String(decoding: exchange.body, as: UTF8.self).contains(#""echo":"\#(Secret.mask)"#))
    } else {
      #expect(exchange.body.isEmpty && exchange.bodyLength == body.count)
    }
  }

  @Test(
    "compressed text that its label hides is not kept where a token is in it",
    arguments: [nil, "br", "deflate", "gzip, gzip, gzip, gzip", "identity"])
  func hiddenEcho(coding: String?) async throws {
    let secret = "token-of-more-than-16-bytes"
    for twice in [false, true] {
      var body = Self.deflated(Array(#"{"echo":"\#(secret)"}"#.utf8), 31)
      if twice { body = Self.deflated(body, 15) }
      let fixture = try Fixture(.psd2, [.token(secret), answer(body, coding ?? "identity")])
      let exchange = try await fixture.client.get("/psd2/aspspinformation/v1/countries")
      #expect(exchange.body.isEmpty && exchange.encodedBody == nil && exchange.bodyLength > 0)
    }
  }

  @Test("a token that stands where a coding is named is in no word about it")
  func codingEcho() async throws {
    let secret = "token-of-More-than-16-bytes"
    for coding in [secret, "x\(secret)"] {
      let fixture = try Fixture(.psd2, [.token(secret), answer(Array("zzzz".utf8), coding)])
      let exchange = try await fixture.client.get("/psd2/aspspinformation/v1/countries")
      guard case .compressed(let name)? = exchange.codingProblem else { throw try #require(exchange.error) }
      #expect(!name.lowercased().contains("than-16"))
    }
  }

  @Test("a bomb stops at the limit on decoded bytes, which an answer of just that size passes")
  func bomb() async throws {
    let bomb = Self.deflated([UInt8](repeating: 0x20, count: 50_000_000), 31)
    let error = try #require(try await outcome(bomb, "gzip", limit: 1_000_000).error)
    #expect(error.kind == .unusable(.tooLarge(limit: 1_000_000)))
    #expect(error.exchange?.body.count == 1_000_000)
    #expect(try await outcome(Self.deflated(Self.bytes, 31), "gzip", limit: Self.bytes.count).answer != nil)
    #expect(try await outcome(Self.deflated(Self.bytes, 31), "gzip", limit: Self.bytes.count - 1).error != nil)
  }

  @Test("a token's answer may be compressed, and is kept in no form that holds the token")
  func token() async throws {
    let body = Self.deflated(Array(#"{"access_token":"secret-token-value","token_type":"Bearer"}"#.utf8), 31)
    var token = StubAnswer(Target.token, fields: [.contentEncoding: "gzip"])
    token.result = token.result.map { TransportAnswer(response: $0.response, body: body) }
    let fixture = try Fixture(.psd2, [token])
    #expect(try await fixture.client.token().value.reveal() == "secret-token-value")
    let exchange = try #require(fixture.exchanges.entries.first)
    #expect(exchange.encodedBody == nil)
    #expect(!String(decoding: exchange.body, as: UTF8.self).contains("secret-token-value"))
  }

  @Test("an answer that echoes the token is not kept compressed either")
  func echo() async throws {
    let secret = "token-of-more-than-16-bytes"
    let body = Self.deflated(Array(#"{"countries":[],"echo":"\#(secret)"}"#.utf8), 31)
    let fixture = try Fixture(.psd2, [.token(secret), answer(body, "gzip")])
    let exchange = try await fixture.client.countries().exchange
    #expect(exchange.encodedBody == nil)
    #expect(String(decoding: exchange.body, as: UTF8.self).contains(Secret.mask))
  }

  @Test("compression is asked for in psd2 alone, and only where that is wanted")
  func asking() async throws {
    for (dialect, target, isWanted) in [
      (Dialect.psd2, Target.countries, true), (.psd2, Target.countries, false), (.seed, Target.seedCountries, true),
    ] {
      let body = dialect == .seed ? #"{"data":[]}"# : #"{"countries":[]}"#
      let fixture = try Fixture(dialect, [.token(), StubAnswer(target, body)]) { $0.asksForCompression = isWanted }
      _ = try await fixture.client.countries()
      let field = fixture.stub.requests.last?.request.headerFields[.acceptEncoding]
      #expect(field == (isWanted && dialect == .psd2 ? "gzip, deflate" : nil))
    }
  }

  /// - Parameter windowBits: 15 for zlib's format, 31 for gzip, -15 for the bare stream.
  private static func deflated(_ bytes: [UInt8], _ windowBits: Int32) -> [UInt8] {
    var stream = z_stream()
    _ = cz_deflate_init(&stream, windowBits)
    defer { deflateEnd(&stream) }
    var input = bytes
    return input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      return [UInt8](unsafeUninitializedCapacity: input.count + 1000) { output, count in
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        _ = deflate(&stream, Z_FINISH)
        count = output.count - Int(stream.avail_out)
      }
    }
  }
}
