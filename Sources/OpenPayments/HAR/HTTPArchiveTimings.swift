import JSONText

/// The moments of a call as an archive has them: lengths in milliseconds that together are the whole, -1 for what can't be
/// told apart.
struct HTTPArchiveTimings {
  /// In microseconds, so that the sum is exact.
  private let blocked: Int
  private let connect: Int?
  private let wait: Int
  private let receive: Int

  init(_ timings: Exchange.Timings) {
    func moment(_ duration: Duration, after earlier: Int) -> Int {
      max(Int(clamping: duration / .microseconds(1)), earlier)
    }
    let turn = moment(timings.turn, after: 0)
    let sent = timings.sent.map { moment($0, after: turn) } ?? turn
    let isConnected = timings.sent != nil && timings.reusedConnection == false
    blocked = isConnected ? turn : sent
    connect = isConnected ? sent - turn : nil
    let head = timings.head.map { moment($0, after: sent) }
    let total = moment(timings.total, after: head ?? sent)
    wait = (head ?? total) - sent
    receive = total - (head ?? total)
  }

  var total: JSONOutput { Self.milliseconds(blocked + (connect ?? 0) + wait + receive) }

  /// Name and TLS are part of `connect`; handing the request over takes no time that could be told.
  var json: JSONOutput {
    .members([
      "blocked": Self.milliseconds(blocked), "dns": -1, "connect": connect.map(Self.milliseconds) ?? -1, "send": 0,
      "wait": Self.milliseconds(wait), "receive": Self.milliseconds(receive), "ssl": -1,
    ])
  }

  private static func milliseconds(_ microseconds: Int) -> JSONOutput {
    let fraction = String(microseconds % 1000 + 1000).dropFirst()
    return .verbatim(Array("\(microseconds / 1000).\(fraction)".utf8))
  }
}
