import ArgumentParser
import OpenPayments

struct CitiesCommand: BackgroundCommand {
  static let configuration = CommandConfiguration(
    commandName: "cities", abstract: "List the cities of a country that have ASPSPs.")

  @Argument(help: "ISO 3166-1 code of two letters, such as SE.", transform: CountryArgument.init)
  var country: CountryArgument

  @OptionGroup var output: OutputOptions
  @OptionGroup var recording: RecordingOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func run() async throws {
    try await connection.run { connection in
      try await recording.run(connection) { client in
        try recording.print(output.utf8(try await client.cities(in: country.code), as: .cities))
      }
    }
  }
}
