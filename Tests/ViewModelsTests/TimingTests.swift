import FoundationEssentials
import HTTPTypes
import OpenPayments
import Testing

@testable import ViewModels

struct TimingTests {
  private func exchange(
    at seconds: TimeInterval, _ timings: Exchange.Timings, status: Int? = 200,
    operation: OpenPayments.Operation = .aspsps,
    token: Exchange? = nil, after previous: Exchange? = nil
  ) -> Exchange {
    Exchange(
      id: UUID(), operation: operation, startedAt: World.start.addingTimeInterval(seconds),
      request: HTTPRequest(method: .get, scheme: "https", authority: "api.test", path: "/"), requestBody: [],
      response: status.map { HTTPResponse(status: .init(code: $0)) }, body: [],
      failure: status == nil ? .connectionRefused : nil, timings: timings, tokenExchange: token, previousTry: previous)
  }

  private func text(_ exchange: Exchange, width: Int = 54) -> [String] {
    Timing(exchange, width: width).lines.map { line in
      var text = line.pieces.map(\.text).joined()
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  private static let timings = Exchange.Timings(
    turn: .zero, sent: .milliseconds(20), reusedConnection: false, head: .milliseconds(70), total: .milliseconds(100))

  @Test("A call is drawn phase by phase, in proportion")
  func phases() {
    let token = exchange(at: -600, Self.timings, operation: .token)
    #expect(
      text(exchange(at: 0, Self.timings, token: token)) == [
        "The token was fetched 9 min before, in 100 ms.", "",
        "This call · 200         ████████████████████ 100 ms",
        "  name, TCP, TLS        ████                 20 ms",
        "  waiting for an answer     ██████████       50 ms",
        "  receiving                           ██████ 30 ms", "", "In all 100 ms",
      ])
  }

  @Test("The token call and the tries before come first on the same axis")
  func parents() {
    let token = exchange(at: 0, .init(head: nil, total: .milliseconds(100)), operation: .token)
    let busy = exchange(at: 0.1, .init(head: .milliseconds(100), total: .milliseconds(100)), status: 503, token: token)
    let refused = exchange(at: 0.3, .init(head: nil, total: .milliseconds(1)), status: nil, token: token, after: busy)
    let last = exchange(
      at: 0.3,
      .init(
        turn: .milliseconds(50), sent: .milliseconds(50), reusedConnection: true, head: .milliseconds(90),
        total: .milliseconds(100)),
      token: token, after: refused)
    let lines = text(last)
    #expect(lines[0] == "Token · 200             █████                100 ms")
    #expect(lines[1] == "Try before · 503             █████           100 ms")
    #expect(lines[2].hasPrefix("Try before · connection… ".prefix(20)))
    #expect(lines[4] == "This call · 200                        █████ 100 ms")
    #expect(lines[5].hasPrefix("  waiting for its turn"))
    #expect(lines[6].hasPrefix("  on a kept connection"))
    #expect(lines.last == "In all 400 ms")
  }

  @Test("What isn't known is not drawn, and no line is wider than there is room", arguments: [20, 54, 76, 200])
  func unknown(width: Int) {
    let call = exchange(at: 0, .init(head: .milliseconds(3), total: .milliseconds(5)))
    let lines = text(call, width: width)
    #expect(lines[0] == "The token was kept from an earlier run.")
    #expect(lines[3].hasPrefix("  connecting, waiting"))
    #expect(Timing(call, width: width).lines.allSatisfy { $0.pieces.map(\.text.count).reduce(0, +) <= max(width, 42) })
    let failed = exchange(at: 0, .init(head: nil, total: .zero), status: nil)
    #expect(text(failed, width: width).contains { $0.hasPrefix("  until it failed") })
  }

  @Test(
    "A call of years ago or ahead, with moments that can't be, is drawn as well",
    arguments: [-6e10, -1e300, 2.5e11, 1e300, .infinity],
    [Duration.nanoseconds(Int64.max), .nanoseconds(Int64.min), .seconds(1e19)])
  func oddTimes(seconds: TimeInterval, total: Duration) {
    let odd = Exchange.Timings(turn: total, sent: .zero, reusedConnection: false, head: total, total: total)
    let token = exchange(at: -seconds, odd, operation: .token)
    let before = exchange(at: seconds, odd, status: 503)
    for call in [
      exchange(at: 0, odd, token: token, after: before), exchange(at: seconds, Self.timings, token: token),
      exchange(at: seconds, odd, token: token, after: exchange(at: 0, Self.timings)),
    ] {
      let lines = Timing(call, width: 54).lines
      #expect(lines.contains { $0.pieces.contains { $0.text.hasPrefix("This call") } })
      #expect(lines.allSatisfy { $0.pieces.map(\.text.count).reduce(0, +) <= 54 + 24 })
    }
    #expect(total.words.hasSuffix("s") && !seconds.countdown.isEmpty)
  }
}
