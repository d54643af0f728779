import ArgumentParser
import OpenPayments

struct CountriesCommand: BackgroundCommand {
  static let configuration = CommandConfiguration(commandName: "countries", abstract: "List the countries with ASPSPs.")

  @OptionGroup var output: OutputOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func run() async throws {
    try await connection.run { connection in
      try output.print(try await connection.client().countries(), as: .countries)
    }
  }
}
