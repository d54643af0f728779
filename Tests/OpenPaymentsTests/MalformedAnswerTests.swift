import HTTPTypes
import OpenPayments
import Testing

@Suite("Answers that break the rules of HTTP", .timeLimit(.minutes(3)))
struct MalformedAnswerTests {
  @Test(
    "a status line that can't be read says what stands there",
    arguments: [
      ("HTTP/2.0 200 OK", MalformedAnswer.Fault.version, "HTTP/2.0"), ("HTTP/2 200 OK", .version, "HTTP/2"),
      ("HTTP/0.9 200 OK", .version, "HTTP/0.9"), ("HTTP/1.2 200 OK", .version, "HTTP/1.2"),
      ("HTTP/1.1 99999 OK", .status, "99999"), ("HTTP/1.1 1000", .status, "1000"), ("HTTP/1.1 99 OK", .status, "99"),
      ("HTTP/1.1 099 OK", .status, "099"), ("HTTP/1.1 000 OK", .status, "000"), ("HTTP/1.1 2OO OK", .status, "2OO"),
      ("HTTP/1.1 200OK", .status, "200OK"), ("HTTP/1.1  200 OK", .status, ""),
    ])
  func statusLine(line: String, fault: MalformedAnswer.Fault, text: String) async throws {
    let reason = try await LoopbackPeer.failure(afterSending: "\(line)\r\nContent-Length: 2\r\n\r\nok")?.reason
    #expect(reason == .malformed(MalformedAnswer(fault, line: 1, text: text)))
  }

  @Test(
    "a field that can't be read is named, with its line",
    arguments: [
      ("Content-Length: 3\r\nA: b\r\nContent-Length: 5", MalformedAnswer.Fault.twoLengths, 5, "3 and 5"),
      ("Content-Length: -5", .length, 3, "-5"), ("Content-Length: 5, 5", .length, 3, "5, 5"),
      ("Content-Length: 99999999999999999999999", .length, 3, "99999999999999999999999"),
      ("content-length: 2\r\nTransfer-Encoding: chunked", .lengthAndCoding, 4, ""),
      ("Transfer-Encoding: chunked\r\nContent-Length: 2", .lengthAndCoding, 4, ""),
      ("X-Note : 3", .blankBeforeColon, 3, "X-Note"), ("Content-Length\t: 3", .blankBeforeColon, 3, "Content-Length"),
      ("X Note: 3", .name, 3, "X Note"), ("X-Ä: 3", .name, 3, "X-Ä"), ("Junk", .noColon, 3, "Junk"),
      (": 3", .noName, 3, ""), (" B: c", .folded, 3, ""), ("B: c\r\n\td", .folded, 4, ""),
      ("X-Nul: a\u{0}b", .control, 3, "X-Nul"), ("X-Esc: a\u{1b}b", .control, 3, "X-Esc"),
      ("B: c\nD: e", .bareLineFeed, 3, ""), ("B: c\r\n\nD: e", .bareLineFeed, 4, ""),
      ("B: c\rD: e", .bareCarriageReturn, 3, ""),
    ])
  func field(fields: String, fault: MalformedAnswer.Fault, line: Int, text: String) async throws {
    let answer = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nA: b\r\n\(fields)\r\n\r\nok"
    let malformed = TransportFailure.Reason.malformed(MalformedAnswer(fault, line: line, text: text))
    #expect(try await LoopbackPeer.failure(afterSending: answer)?.reason == malformed)
    // However its bytes are cut into pieces.
    let failure = try await LoopbackPeer.failure { connection in
      _ = try await connection.request()
      for byte in Array(answer.utf8) { try await connection.send([byte]) }
      await connection.hang()
    }
    guard case .malformed(let found)? = failure?.reason else { throw try #require(failure) }
    #expect(found.fault != .other && found.line == line)
  }

  @Test("a head is read up to the limits, and beyond them says which it was")
  func limits() async throws {
    let most = MalformedAnswer.mostFields
    let long = String(repeating: "x", count: MalformedAnswer.longestField)
    let fields = (1..<most).map { "X-\($0): \($0)\r\n" }.joined()
    let read = try await LoopbackPeer.answer("HTTP/1.1 200 OK\r\n\(fields)Content-Length: 0\r\n\r\n")
    #expect(read.response.headerFields.count == most)
    #expect(try await LoopbackPeer.answer("HTTP/1.1 204 OK\r\nX: \(long)\r\n\r\n").response.headerFields.count == 1)
    for (fields, malformed) in [
      (fields + "X: 1\r\nX: 2\r\n", MalformedAnswer(.tooManyFields)),
      ("A: b\r\nX: x\(long)\r\n", MalformedAnswer(.fieldTooLong, line: 3, text: "X")),
      (String(repeating: "X: \(long)\r\n", count: 30), MalformedAnswer(.headTooLong)),
      ("X: " + String(repeating: " ", count: MalformedAnswer.longestHead) + "\r\n", MalformedAnswer(.headTooLong)),
    ] {
      let failure = try await LoopbackPeer.failure(afterSending: "HTTP/1.1 200 OK\r\n\(fields)\r\n")
      #expect(failure?.reason == .malformed(malformed))
    }
    let reason = String(repeating: "x", count: MalformedAnswer.longestHead)
    let failure = try await LoopbackPeer.failure(afterSending: "HTTP/1.1 200 \(reason)\r\n\r\n")
    #expect(failure?.reason == .malformed(MalformedAnswer(.headTooLong)))
  }

  @Test(
    "what is wrong in a body's chunks or behind them is told",
    arguments: [
      ("xyz\r\n", MalformedAnswer.Fault.chunk), ("1\r\nab\r\n", .chunk), ("1\na\n0\n\n", .chunk),
      ("1\r\na\r\n0\r\nX Y: 1\r\n\r\n", .trailer),
    ])
  func chunks(body: String, fault: MalformedAnswer.Fault) async throws {
    let failure = try await LoopbackPeer.failure(
      afterSending: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\(body)")
    #expect(failure?.reason == .malformed(MalformedAnswer(fault)))
    #expect(failure?.partial?.response.status == .ok)
  }

  @Test("every fault has words of its own, short enough for one line")
  func words() {
    let words = MalformedAnswer.Fault.allCases.map { MalformedAnswer($0, line: 1, text: "X").words }
    #expect(Set(words).count == words.count)
    #expect(words.allSatisfy { (5...110).contains($0.count) && !$0.hasSuffix(".") })
  }

  @Test("a secret in what is told is masked")
  func secret() async throws {
    let malformed = MalformedAnswer(.noColon, line: 2, text: "sent \(Fixture.secret) here")
    let error = try await Fixture.error(
      .psd2, [.token(), StubAnswer(Target.countries, failing: TransportFailure(.malformed(malformed)))])
    let masked = TransportFailure.Reason.malformed(MalformedAnswer(.noColon, line: 2, text: "sent \(Secret.mask) here"))
    #expect(error.kind == .unreachable(masked))
    #expect(error.exchange?.failure == masked)
  }
}
