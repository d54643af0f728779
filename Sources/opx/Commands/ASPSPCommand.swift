import ArgumentParser
import ExplorerStorage
import JSONText
import OpenPayments

struct ASPSPCommand: BackgroundCommand {
  static let configuration = CommandConfiguration(
    commandName: "aspsp", abstract: "Show everything about one ASPSP (bank).")

  @Argument(help: "BIC of 8 or 11 characters, such as HANDSESS.", transform: BICArgument.init)
  var bic: BICArgument

  @OptionGroup var output: OutputOptions
  @OptionGroup var recording: RecordingOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func run() async throws { try await connection.run(show) }

  private func show(_ connection: Connection) async throws {
    if output.raw, connection.catalogue.chosen.dialect == .seed {
      throw CommandFailure(
        .usage,
        "--raw has no single answer here, since the seed dialect has no call for one BIC; name a CITY in opx aspsps")
    }
    try await recording.run(connection) { client in
      let answer = try await client.aspsp(bic.code)
      try recording.print(output.utf8(answer, table: \.table) { JSONOutput($0).utf8(pretty: true) + "\n".utf8 })
    }
  }
}
