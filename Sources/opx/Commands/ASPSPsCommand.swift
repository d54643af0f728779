import ArgumentParser
import ExplorerStorage
import OpenPayments

struct ASPSPsCommand: BackgroundCommand {
  static let configuration = CommandConfiguration(
    commandName: "aspsps", abstract: "List the ASPSPs (banks) of a country or a city.")

  @Argument(help: CountryArgument.help, transform: CountryArgument.init)
  var country: CountryArgument

  @Argument(help: "Name or id of a city.", transform: CityArgument.init)
  var city: CityArgument?

  @OptionGroup var output: OutputOptions
  @OptionGroup var recording: RecordingOptions
  @OptionGroup(title: "Connection") var connection: ConnectionOptions

  func run() async throws { try await connection.run(list) }

  private func list(_ connection: Connection) async throws {
    if output.raw, city == nil, connection.catalogue.chosen.dialect == .seed {
      throw CommandFailure(
        .usage, "--raw needs a CITY in the seed dialect, which has an answer for each city; name one")
    }
    try await recording.run(connection) { client in
      let code = try await country.code { try await client.countries().value }
      let place = city.map { "\($0.text) (\(code))" } ?? code
      let banks = try await aspsps(client, in: code)
      try recording.print(output.utf8(banks, as: .aspsps, none: "no banks in \(place)"))
    }
  }

  private func aspsps(_ client: OpenPaymentsClient, in code: String) async throws -> Answer<[ASPSP]> {
    guard let city else { return try await client.aspsps(in: code) }
    let cityId = try await city.id { try await client.cities(in: code).value }
    return try await client.aspsps(in: code, cityId: cityId)
  }
}
