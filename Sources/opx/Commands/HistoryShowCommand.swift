import ArgumentParser
import ExplorerStorage
import FoundationEssentials
import OpenPayments
import Terminal

struct HistoryShowCommand: BackgroundCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one exchange: both heads and the body.")

  @Argument(help: "Its id, or the beginning of it.", transform: Self.beginning)
  var id: String

  @Flag(help: "Print the body alone, as it was received.")
  var raw = false

  func run() async throws {
    let record = try await record()
    guard raw else { return try StandardOutput.write(Self.head(record) + record.exchange.output()) }
    guard record.exchange.body.count == record.exchange.bodyLength else {
      throw CommandFailure(.unusableAnswer, "its body of \(record.exchange.bodyLength) bytes was not kept")
    }
    try StandardOutput.write(record.exchange.output())
  }

  private func record() async throws -> HistoryRecord {
    let ids = try await HistoryStore.ask { try await $0.ids(beginning: id) }
    guard ids.count < 2 else {
      let list = ids.map { $0.uuidString.lowercased() }.joined(separator: ", ")
      throw CommandFailure(.usage, "several exchanges begin with \(id): \(list); write more of the one you mean")
    }
    guard let record = try await HistoryStore.standard.records(ids).first else {
      throw CommandFailure(.unusableAnswer, "the history has no exchange \(id); opx history lists what it has")
    }
    return record
  }

  private static func head(_ record: HistoryRecord) -> [UInt8] {
    let row = record.row
    var lines = ["* \(row.id.uuidString.lowercased()) as \(row.profile) at \(row.startedAt.formatted(.iso8601))"]
    lines += Transcript.lines(record.exchange)
    if let hash = record.bodyHash {
      let digits = hash.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
      lines.append("* the body was too large to be kept, its SHA-256 is \(digits)")
    }
    return Array((lines.map(VisibleText.visible) + ["", ""]).joined(separator: "\n").utf8)
  }

  private static func beginning(_ text: String) throws -> String {
    guard text.wholeMatch(of: /[0-9A-Fa-f-]{1,36}/) != nil else {
      throw ValidationError("an id is made of digits, letters a to f and hyphens")
    }
    return text
  }
}
