import FoundationEssentials
import HTTPTypes
import OpenPayments
import Testing

@Suite("Retries", .timeLimit(.minutes(1)))
struct RetryTests {
  private static let good = StubAnswer(Target.countries, #"{"countries":[]}"#)

  private static func answer(_ status: Int, _ fields: HTTPFields = [:]) -> StubAnswer {
    StubAnswer(Target.countries, status: status, fields: fields)
  }

  @Test("a failed connection and a busy server are tried three times at most", arguments: [429, 502, 503, 504])
  func busy(status: Int) async throws {
    let fixture = try Fixture(.psd2, [.token()] + Array(repeating: Self.answer(status), count: 3))
    let error = await #expect(throws: OpenPaymentsError.self) { try await fixture.client.countries() }
    #expect(error?.exchange?.status == status)
    #expect(error?.exchange?.earlierTries.count == 2)
    #expect(fixture.time.sleeps.entries == [.milliseconds(500), .seconds(1)])
    fixture.stub.expectAllUsed()
  }

  @Test(
    "which failures of the connection are tried again",
    arguments: [
      (TransportFailure.Reason.connectionRefused, 3), (.hostNotFound, 3), (.noConnection("reset"), 3), (.cutShort, 3),
      (.silent(.seconds(10)), 1), (.tooSlow(.seconds(200)), 1), (.untrustedCertificate("unknown"), 1), (.tls(""), 1),
      (.notHTTP, 1), (.malformed(.init(.chunk)), 1), (.tooLarge(limit: 1), 1), (.other(""), 1),
    ])
  func connection(reason: TransportFailure.Reason, tries: Int) async throws {
    let failing = StubAnswer(Target.countries, failing: TransportFailure(reason))
    let fixture = try Fixture(.psd2, [.token()] + Array(repeating: failing, count: tries))
    await #expect(throws: OpenPaymentsError.self) { try await fixture.client.countries() }
    #expect(fixture.stub.count(Target.countries) == tries)
  }

  @Test("no other status is tried again", arguments: [301, 400, 403, 404, 408, 409, 418, 500, 501, 505])
  func final(status: Int) async throws {
    let fixture = try Fixture(.psd2, [.token(), Self.answer(status)])
    await #expect(throws: OpenPaymentsError.self) { try await fixture.client.countries() }
    #expect(fixture.stub.count(Target.countries) == 1)
  }

  @Test("each try is an exchange of its own, with a new X-Request-ID and the try before it")
  func exchanges() async throws {
    let fixture = try Fixture(.psd2, [.token(), Self.answer(503), Self.good])
    let answer = try await fixture.client.countries()
    let failed = try #require(answer.exchange.previousTry)
    #expect(answer.earlier == [failed])
    #expect(failed.status == 503)
    let field = try #require(HTTPField.Name("X-Request-ID"))
    #expect(answer.exchange.request.headerFields[field] != failed.request.headerFields[field])
    #expect(fixture.exchanges.entries.map(\.operation) == [.token, .countries, .countries])
  }

  @Test(
    "Retry-After is waited for where it fits into ten seconds, and ends the call where it doesn't",
    arguments: [
      ("0", nil, [.milliseconds(500)], 2), ("3", nil, [.seconds(3)], 2), ("10", nil, [.seconds(10)], 2),
      ("11", nil, [], 1), ("99999999999999999999999", nil, [], 1), ("soon", nil, [.milliseconds(500)], 2),
      ("Wed, 21 Oct 2015 07:28:05 GMT", "Wed, 21 Oct 2015 07:28:00 GMT", [.seconds(5)], 2),
      ("Wed, 21 Oct 2015 07:28:00 GMT", "Wed, 21 Oct 2015 07:28:05 GMT", [.milliseconds(500)], 2),
      ("Wed, 21 Oct 2015 08:28:00 GMT", "Wed, 21 Oct 2015 07:28:00 GMT", [], 1),
      ("Tue, 14 Nov 2023 22:13:27 GMT", nil, [.seconds(7)], 2),
      ("Wednesday, 21-Oct-15 07:28:05 GMT", "Wed Oct 21 07:28:00 2015", [.seconds(5)], 2),
      ("Friday, 01-Jan-00 00:00:05 GMT", "Thu, 31 Dec 2099 23:59:58 GMT", [.seconds(7)], 2),
      ("Tue, 14 Nov 2023 22:13:27 GMT", "yesterday", [.seconds(7)], 2), ("007", nil, [.seconds(7)], 2),
      ("9223372036854775808", nil, [], 1), ("Fri, 31 Dec 9999 23:59:59 GMT", nil, [], 1),
      ("-1", nil, [.milliseconds(500)], 2), ("+7", nil, [.milliseconds(500)], 2), ("7.5", nil, [.milliseconds(500)], 2),
      ("7, 9", nil, [.milliseconds(500)], 2), ("٧", nil, [.milliseconds(500)], 2), ("", nil, [.milliseconds(500)], 2),
    ] as [(String, String?, [Duration], Int)])
  func retryAfter(text: String, date: String?, sleeps: [Duration], tries: Int) async throws {
    var fields: HTTPFields = [.retryAfter: text]
    fields[.date] = date
    let fixture = try Fixture(.psd2, [.token(), Self.answer(429, fields), Self.good])
    _ = try? await fixture.client.countries()
    #expect(fixture.time.sleeps.entries == sleeps)
    #expect(fixture.stub.count(Target.countries) == tries)
  }

  @Test("all the waiting of a call together stays within ten seconds")
  func budget() async throws {
    let fixture = try Fixture(
      .psd2, [.token(), Self.answer(503, [.retryAfter: "6"]), Self.answer(503, [.retryAfter: "5"])])
    let error = await #expect(throws: OpenPaymentsError.self) { try await fixture.client.countries() }
    #expect(error?.kind == .tryLater(at: fixture.time.now.addingTimeInterval(5)))
    #expect(fixture.time.sleeps.entries == [.seconds(6)])
  }

  @Test("patience that is used up means no further try, not one at once")
  func usedUp() async throws {
    let fixture = try Fixture(.psd2, [.token(), Self.answer(503, [.retryAfter: "10"]), Self.answer(503)])
    await #expect(throws: OpenPaymentsError.self) { try await fixture.client.countries() }
    #expect(fixture.time.sleeps.entries == [.seconds(10)])
    fixture.stub.expectAllUsed()
  }

  @Test(
    "a policy that makes no sense means one try",
    arguments: [
      (-1, Duration.milliseconds(500), Duration.seconds(10)), (0, .zero, .zero), (3, .seconds(1), .seconds(-1)),
    ])
  func oddPolicy(tries: Int, firstWait: Duration, longestWaiting: Duration) async throws {
    let fixture = try Fixture(.psd2, [.token(), Self.answer(503)]) { configuration in
      (configuration.retry.tries, configuration.retry.firstWait) = (tries, firstWait)
      configuration.retry.longestWaiting = longestWaiting
    }
    await #expect(throws: OpenPaymentsError.self) { try await fixture.client.countries() }
    fixture.stub.expectAllUsed()
  }

  @Test("however many tries and however long the first wait, the waiting stays within its limit")
  func manyTries() async throws {
    let fixture = try Fixture(.psd2, [.token(), Self.answer(503), Self.answer(503)]) { configuration in
      (configuration.retry.tries, configuration.retry.firstWait) = (200, .seconds(1_000_000_000))
    }
    await #expect(throws: OpenPaymentsError.self) { try await fixture.client.countries() }
    #expect(fixture.time.sleeps.entries == [.seconds(10)])
  }

  @Test("a refusal that breaks off asks for patience all the same")
  func busyCutShort() async throws {
    let head = HTTPResponse(status: .serviceUnavailable, headerFields: [.retryAfter: "60"])
    let answer = TransportAnswer(response: head, body: Array("<ht".utf8))
    let broken = StubAnswer(Target.countries, failing: TransportFailure(.cutShort, partial: answer))
    let fixture = try Fixture(.psd2, [.token(), broken])
    let error = await #expect(throws: OpenPaymentsError.self) { try await fixture.client.countries() }
    #expect(error?.kind == .tryLater(at: fixture.time.now.addingTimeInterval(60)))
  }

  @Test(
    "a 401 costs one token and one call more, whatever the tries around it come to",
    arguments: [
      ([401, 200], nil), ([401, 401], .tokenRefused), ([503, 401, 200], nil), ([503, 503, 401, 200], nil),
      ([503, 503, 401, 401], .tokenRefused), ([401, 503, 200], nil), ([401, 503, 401], .tokenRefused),
      ([401, 403], .forbidden), ([401, 400], .rejected), ([403], .forbidden), ([400], .rejected),
    ] as [([Int], OpenPaymentsError.Kind?)])
  func unauthorizedAmidTries(statuses: [Int], kind: OpenPaymentsError.Kind?) async throws {
    let tokens = statuses.contains(401) ? [StubAnswer.token(), .token("token-2")] : [.token()]
    let fixture = try Fixture(.psd2, tokens + statuses.map { $0 == 200 ? Self.good : Self.answer($0) })
    var met: OpenPaymentsError.Kind?
    do {
      let answer = try await fixture.client.countries()
      #expect(answer.earlier.map(\.status) == statuses.dropLast())
    } catch {
      met = error.kind
      #expect(error.earlierTries.map(\.status) == statuses.dropLast())
    }
    #expect(met == kind)
    fixture.stub.expectAllUsed()
    let first401 = statuses.firstIndex(of: 401) ?? statuses.count
    let calls = fixture.stub.requests.filter { $0.target == Target.countries }
    let authorizations = calls.map { $0.request.headerFields[.authorization] }
    #expect(authorizations == statuses.indices.map { $0 <= first401 ? "Bearer token-1" : "Bearer token-2" })
  }

  @Test("a new token that takes several tries counts apart from the call's own")
  func newTokenTriedAgain() async throws {
    let busyToken = StubAnswer(Target.token, status: 503)
    let fixture = try Fixture(
      .psd2,
      [.token(), Self.answer(401), busyToken, busyToken, .token("token-2"), Self.answer(503), Self.good])
    #expect(try await fixture.client.countries().earlier.map(\.status) == [401, 503])
    fixture.stub.expectAllUsed()
  }

  @Test("a 401 costs at most one token and one call more, whatever was tried before", arguments: [0, 1, 2])
  func unauthorized(busy: Int) async throws {
    let script = Array(repeating: Self.answer(503), count: busy) + [Self.answer(401), Self.answer(401)]
    let fixture = try Fixture(.psd2, [.token("token-1")] + script + [.token("token-2")])
    let error = await #expect(throws: OpenPaymentsError.self) { try await fixture.client.countries() }
    #expect(error?.kind == .tokenRefused)
    #expect(fixture.stub.count(Target.token) == 2)
    #expect(fixture.stub.count(Target.countries) == busy + 2)
  }

  @Test("the tries after a 401 count with those before it")
  func busyAfterUnauthorized() async throws {
    let script = [Self.answer(503), Self.answer(401), Self.answer(503)]
    let fixture = try Fixture(.psd2, [.token("token-1")] + script + [.token("token-2")])
    let error = await #expect(throws: OpenPaymentsError.self) { try await fixture.client.countries() }
    #expect(error?.exchange?.status == 503)
    #expect(error?.exchange?.earlierTries.map(\.status) == [503, 401])
    fixture.stub.expectAllUsed()
  }

  @Test("the token endpoint is tried within the same limits, and its Retry-After ends the call as well")
  func tokenEndpoint() async throws {
    let busy = StubAnswer(Target.token, status: 503)
    let patient = try Fixture(.psd2, [busy, busy, .token(), Self.good])
    _ = try await patient.client.countries()
    #expect(patient.stub.count(Target.token) == 3)
    let refused = try Fixture(.psd2, [StubAnswer(Target.token, status: 429, fields: [.retryAfter: "900"])])
    let error = await #expect(throws: OpenPaymentsError.self) { try await refused.client.countries() }
    #expect(error?.kind == .tryLater(at: refused.time.now.addingTimeInterval(900)))
    #expect(error?.operation == .token)
  }

  @Test("a wait is told with what failed and what comes next, and so is its end")
  func told() async throws {
    let fixture = try Fixture(.psd2, [.token(), Self.answer(503), Self.good])
    let start = fixture.time.now
    let answer = try await fixture.client.countries()
    let expected = RetryWait(
      exchange: try #require(answer.exchange.previousTry), nextTry: 2, tries: 3, until: start.addingTimeInterval(0.5))
    #expect(fixture.retries.entries == [.began(expected), .ended(expected)])
  }

  @Test("retryNow ends a wait")
  func retryNow() async throws {
    let fixture = try Fixture(
      .psd2, [.token(), Self.answer(503), Self.good], time: ManualTime(holdingSleepersAt: Gate()))
    let call = Task { try await fixture.client.countries() }
    while fixture.time.sleeps.entries.isEmpty { try await Task.turn() }
    fixture.client.retryNow()
    #expect(try await call.outcome().value.isEmpty)
  }

  @Test("retryNow ends a wait that has just been told of", .timeLimit(.minutes(1)))
  func retryAtOnce() async throws {
    let clients = Log<OpenPaymentsClient>()
    let fixture = try Fixture(
      .psd2, [.token(), Self.answer(503), Self.good], time: ManualTime(holdingSleepersAt: Gate())
    ) { $0.onRetry = { if case .began = $0 { clients.entries.first?.retryNow() } } }
    clients.append(fixture.client)
    _ = try await fixture.client.countries()
    fixture.stub.expectAllUsed()
  }

  @Test("a call cancelled while it waits is not made again")
  func cancelled() async throws {
    let fixture = try Fixture(
      .psd2, [.token(), Self.answer(503)], time: ManualTime(holdingSleepersAt: Gate()))
    let call = Task { try await fixture.client.countries() }
    while fixture.time.sleeps.entries.isEmpty { try await Task.turn() }
    call.cancel()
    let error = await #expect(throws: OpenPaymentsError.self) { try await call.outcome() }
    #expect(error?.kind == .cancelled)
    #expect(fixture.stub.count(Target.countries) == 1)
  }
}
