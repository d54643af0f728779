import ArgumentParser
import OpenPayments

struct CountriesCommand: BackgroundCommand {
  static let configuration = CommandConfiguration(commandName: "countries", abstract: "List the countries with ASPSPs.")

  @OptionGroup var output: OutputOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func run() async throws {
    let client = try await connection.connection().client()
    try output.print(try await client.countries(), as: .countries)
  }
}
