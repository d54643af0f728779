import ArgumentParser
import ExplorerStorage
import OpenPayments

struct ASPSPsCommand: BackgroundCommand {
  static let configuration = CommandConfiguration(
    commandName: "aspsps", abstract: "List the ASPSPs (banks) of a country or a city.")

  @Argument(help: "ISO 3166-1 code of two letters, such as SE.", transform: CountryArgument.init)
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
    try await recording.run(connection) { try recording.print(output.utf8(try await aspsps($0), as: .aspsps)) }
  }

  private func aspsps(_ client: OpenPaymentsClient) async throws -> Answer<[ASPSP]> {
    guard let city else { return try await client.aspsps(in: country.code) }
    let cityId = try await city.id { try await client.cities(in: country.code).value }
    return try await client.aspsps(in: country.code, cityId: cityId)
  }
}
