import ArgumentParser

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
