import ArgumentParser
import ExplorerStorage
import FoundationEssentials

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Find, show and delete the exchanges of this and earlier runs.",
    discussion: """
      A QUERY is made of words, which must all be found, and of fields: status:404 status:4xx status:failed path:cities \
      profile:acme method:GET host:api op:token id:6f1d dur:>200ms size:>1MB since:1h since:2026-11-01 until:1d \
      body:HANDSESS. A - or ! in front turns one round; quotes hold blanks together.
      """,
    subcommands: [HistoryListCommand.self, HistoryShowCommand.self, HistoryClearCommand.self],
    defaultSubcommand: HistoryListCommand.self)
}

/// What an exchange has to be like.
struct QueryArgument: ParsableArguments {
  @Argument(
    parsing: .allUnrecognized, help: "Words and fields, such as status:4xx path:cities; without any, all exchanges.")
  var query: [String] = []

  func validate() throws {
    if let option = query.first(where: { $0.hasPrefix("--") }) { throw ValidationError("unknown option \(option)") }
    _ = try parsed()
  }

  func parsed() throws -> HistoryQuery {
    do { return try HistoryQuery(query.joined(separator: " "), now: Date(), timeZone: .current) } catch {
      throw ValidationError(error.description)
    }
  }
}

extension HistoryStore {
  /// The history of whoever runs the program.
  static var standard: HistoryStore {
    HistoryStore(path: Paths(environment: ProcessInfo.processInfo.environment).history)
  }
}
