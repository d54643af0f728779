import ExplorerStorage
import FoundationEssentials
import JSONText
import OpenPayments
import ViewModels

extension Listing<HistoryRow> {
  /// For programs: whole ids, UTC, plain numbers (bytes, milliseconds).
  static var exchanges: Self {
    Listing(titles: titles, cells: { $0.cells }, json: { JSONOutput($0) })
  }

  /// For people.
  static var shownExchanges: Self {
    Listing(titles: titles, cells: { $0.shownCells }, json: { JSONOutput($0) })
  }

  private static var titles: [String] {
    ["ID", "TIME", "PROFILE", "METHOD", "PATH", "STATUS", "BYTES", "TOOK"]
  }
}

extension HistoryRow {
  fileprivate var outcome: String { status.map(String.init) ?? failure?.words ?? "" }
  fileprivate var milliseconds: Double { ((duration / .microseconds(1)).rounded()) / 1000 }
  fileprivate var time: String {
    startedAt.formatted(
      .iso8601.year().month().day().time(includingFractionalSeconds: true).timeZone(separator: .omitted))
  }

  fileprivate var cells: [String] {
    [id.uuidString.lowercased(), time, profile, method, path, outcome, "\(size)", "\(milliseconds)"]
  }

  fileprivate var shownCells: [String] {
    let style = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day().dateTimeSeparator(.space)
      .time(includingFractionalSeconds: false)
    return [
      String(id.uuidString.lowercased().prefix(8)), LocalZone.current.reading(startedAt).formatted(style), profile,
      method, path, outcome,
      "\(size)", duration.words,
    ]
  }
}

extension JSONOutput {
  fileprivate init(_ row: HistoryRow) {
    let members: [(String, JSONOutput?)] = [
      ("id", .string(row.id.uuidString.lowercased())), ("startedAt", .string(row.time)),
      ("profile", .string(row.profile)),
      ("operation", .string(row.operation.rawValue)), ("method", .string(row.method)), ("host", .string(row.host)),
      ("path", .string(row.path)), ("requestId", row.requestID.map(JSONOutput.string)),
      ("status", row.status.map(JSONOutput.integer)), ("failure", (row.failure?.words).map(JSONOutput.string)),
      ("milliseconds", .verbatim(Array("\(row.milliseconds)".utf8))), ("bytes", .integer(row.size)),
    ]
    self = .object(members.compactMap { name, value in value.map { Member(name, $0) } })
  }
}
