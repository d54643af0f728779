import ArgumentParser
import OpenPayments

struct CountriesCommand: BackgroundCommand {
  static let configuration = CommandConfiguration(commandName: "countries", abstract: "List the countries with ASPSPs.")

  @OptionGroup var output: OutputOptions
  @OptionGroup var recording: RecordingOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func run() async throws {
    try await connection.run { connection in
      try await recording.run(connection) { client in
        try recording.print(output.utf8(try await client.countries(), as: .countries, none: "no countries"))
      }
    }
  }
}
