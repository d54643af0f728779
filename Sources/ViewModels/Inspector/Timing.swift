import FoundationEssentials
import OpenPayments

/// When what happened, as bars on one axis: the token call and the tries before, then this call phase by phase.
struct Timing {
  /// A token call that ended longer before the call began had no part in how long it took.
  private static let sameMoment: TimeInterval = 0.05
  private static let labelWidth = 24
  private static let timeWidth = 8

  private let exchange: Exchange
  private let barWidth: Int
  private let calls: [Exchange]
  private let start: Date
  private let length: TimeInterval

  /// - Parameter width: columns there are for a line.
  init(_ exchange: Exchange, width: Int) {
    self.exchange = exchange
    barWidth = min(max(width - Self.labelWidth - Self.timeWidth - 2, 8), 100)
    let tries = exchange.earlierTries + [exchange]
    let first = tries[0].startedAt
    let tokenCalls = tries.compactMap(\.tokenExchange).reduce(into: [Exchange]()) { calls, call in
      if !calls.contains(call) { calls.append(call) }
    }
    let recent = tokenCalls.filter { first.timeIntervalSince($0.endedAt) < Self.sameMoment }
    calls = (recent.flatMap { $0.earlierTries + [$0] } + tries).sorted { $0.startedAt < $1.startedAt }
    let start = calls[0].startedAt
    self.start = start
    length = max(calls.map { $0.endedAt.timeIntervalSince(start) }.max() ?? 0, 0.000_1)
  }

  var lines: [Line] {
    var lines = calls.dropLast().map { line(label(of: $0), $0.startedAt, $0.timings.total, $0.isGood ? .label : .bad) }
    if let token = exchange.tokenExchange, !calls.contains(token) {
      let minutes = Int(clamping: exchange.startedAt.timeIntervalSince(token.endedAt) / 60)
      let age = minutes < 1 ? "less than a minute" : "\(minutes) min"
      lines.insert(Line("The token was fetched \(age) before, in \(token.timings.total.words).", .muted), at: 0)
    } else if exchange.operation.isAPICall, exchange.tokenExchange == nil {
      lines.insert(Line("The token was kept from an earlier run.", .muted), at: 0)
    }
    if !lines.isEmpty { lines.append(Line()) }
    lines.append(
      line(label(of: exchange), exchange.startedAt, exchange.timings.total, exchange.isGood ? .good : .bad))
    return lines + phases + [
      Line(), Line("In all \(Duration.seconds(clamping: (length * 1e6).rounded() / 1e6).words)", .heading),
    ]
  }

  /// What this call spent its time on, as far as that can be told.
  private var phases: [Line] {
    let timings = exchange.timings
    var lines: [Line] = []
    var last = Duration.zero
    func add(_ label: String, until end: Duration?, always: Bool = true) {
      guard let end else { return }
      let spent = max(end - last, .zero)
      if always || spent >= .milliseconds(1) {
        lines.append(line("  \(label)", exchange.startedAt.addingTimeInterval(last / .seconds(1)), spent, .string))
      }
      last = max(end, last)
    }
    add("waiting for its turn", until: timings.turn, always: false)
    add(timings.reusedConnection == true ? "on a kept connection" : "name, TCP, TLS", until: timings.sent)
    add(timings.sent == nil ? "connecting, waiting" : "waiting for an answer", until: timings.head)
    add(timings.head == nil ? "until it failed" : "receiving", until: timings.total)
    return lines
  }

  private func label(of call: Exchange) -> String {
    let name = call.operation == .token ? "Token" : call == exchange ? "This call" : "Try before"
    return "\(name) · \(call.status.map(String.init) ?? call.failure?.words ?? "no answer")"
  }

  private func column(_ offset: TimeInterval) -> Int { Int(clamping: (offset / length * Double(barWidth)).rounded()) }

  private func line(_ label: String, _ begin: Date, _ duration: Duration, _ role: Line.Role) -> Line {
    let offset = begin.timeIntervalSince(start)
    let from = min(column(offset), barWidth - 1)
    let count = min(column(offset + duration / .seconds(1)), barWidth) - from
    let bar = count < 1 ? "▏" : String(repeating: "█", count: count)
    let name = label.count > Self.labelWidth - 1 ? label.prefix(Self.labelWidth - 2) + "…" : label[...]
    return Line([
      .init(name + String(repeating: " ", count: Self.labelWidth - name.count)),
      .init(String(repeating: " ", count: from)), .init(bar, role),
      .init(String(repeating: " ", count: barWidth - from - bar.count + 1)), .init(duration.words, .muted),
    ])
  }
}

extension Exchange {
  fileprivate var endedAt: Date { startedAt.addingTimeInterval(timings.total / .seconds(1)) }
  fileprivate var isGood: Bool { failure == nil && (status ?? 0) < 400 }
}
