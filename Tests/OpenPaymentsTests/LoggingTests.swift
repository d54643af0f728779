import HTTPTypes
import Logging
import OpenPayments
import Testing

@Suite("Logging")
struct LoggingTests {
  @Test("a line for every call, good or bad, and no secret in any, whatever the server echoes")
  func lines() async throws {
    let token = "issued-token-of-some-length"
    let lines = Log<String>()
    let echo = #"{"tppMessages":[{"category":"ERROR","code":"X","text":"\#(token) \#(Fixture.secret)"}]}"#
    let fixture = try Fixture(
      .psd2,
      [
        .token(token), StubAnswer(Target.countries, #"{"countries":[],"echo":"\#(token)"}"#),
        StubAnswer(Target.countries, status: 302, fields: [.location: "https://x.test/?token=\(token)"]),
        StubAnswer(Target.countries, status: 403, fields: [.wwwAuthenticate: "Bearer error=\(token)"], echo),
        StubAnswer(Target.countries, failing: TransportFailure(.silent(.seconds(1)))),
      ]
    ) { $0.logger = Logger(label: "test") { _ in CapturingHandler(lines: lines) } }
    for _ in 0..<4 { _ = try? await fixture.client.countries() }
    let refused = try Fixture(
      .psd2,
      [
        StubAnswer(
          Target.token, status: 400, #"{"error":"invalid_client","error_description":"\#(Fixture.secret)"}"#)
      ]
    ) { $0.logger = Logger(label: "test") { _ in CapturingHandler(lines: lines) } }
    _ = try? await refused.client.countries()
    #expect(lines.entries.count == 6)
    #expect(
      lines.entries.map { String($0.prefix { $0 != " " }) } == [
        "debug", "debug", "debug", "notice", "notice", "notice",
      ])
    #expect(lines.entries[1].contains("status=200") && lines.entries[4].contains("failure=no answer for 1 s"))
    for line in lines.entries { #expect(!line.contains(token) && !line.contains(Fixture.secret)) }
  }
}

/// Writes every line, whatever its level, to a list.
private struct CapturingHandler: LogHandler {
  let lines: Log<String>
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.trace

  init(lines: Log<String>) { self.lines = lines }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let all = (event.metadata ?? [:]).map { "\($0.key)=\($0.value)" }.sorted().joined(separator: " ")
    lines.append("\(event.level) \(event.message) \(all)")
  }
}
