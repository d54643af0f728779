import ArgumentParser
import OpenPayments

struct CitiesCommand: BackgroundCommand {
  static let configuration = CommandConfiguration(
    commandName: "cities", abstract: "List the cities of a country that have ASPSPs.")

  @Argument(help: CountryArgument.help, transform: CountryArgument.init)
  var country: CountryArgument

  @OptionGroup var output: OutputOptions
  @OptionGroup var recording: RecordingOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func run() async throws {
    try await connection.run { connection in
      try await recording.run(connection) { client in
        let code = try await country.code { try await client.countries().value }
        let cities = try await client.cities(in: code)
        try recording.print(output.utf8(cities, as: .cities, none: "no cities in \(code)"))
      }
    }
  }
}
