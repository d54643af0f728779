/// The countries, cities and banks that both dialects serve, with their ids.
struct Catalogue: Sendable {
  struct Country: Sendable {
    let id: String
    let isoCountryCode: String
    let name: String
  }

  struct City: Sendable {
    let id: String
    let name: String
    let isoCountryCode: String
  }

  struct Bank: Sendable {
    let bicFi: String
    let name: String
    let country: Country
    let city: City?
    let details: BankDetails
  }

  private(set) var countries: [Country] = []
  private(set) var cities: [City] = []
  private(set) var banks: [Bank] = []

  init(_ fixtures: [CountryFixture] = CountryFixture.all) {
    for fixture in fixtures {
      let country = Country(
        id: PlatformID.country(fixture.isoCountryCode), isoCountryCode: fixture.isoCountryCode, name: fixture.name)
      countries.append(country)
      let names = Set(fixture.banks.compactMap(\.city)).sorted()
      let citiesByName = Dictionary(
        uniqueKeysWithValues: names.map { name in
          let id = PlatformID.city(name, in: fixture.isoCountryCode)
          return (name, City(id: id, name: name, isoCountryCode: fixture.isoCountryCode))
        })
      cities += names.compactMap { citiesByName[$0] }
      banks += fixture.banks.map { bank in
        Bank(
          bicFi: bank.bicFi, name: bank.name, country: country,
          city: bank.city.flatMap { citiesByName[$0] }, details: BankDetails.documented[bank.bicFi] ?? .unknown)
      }
    }
  }

  func country(_ isoCountryCode: String) -> Country? {
    countries.first { $0.isoCountryCode == isoCountryCode.uppercased() }
  }

  func city(_ id: String) -> City? {
    cities.first { $0.id == id.lowercased() }
  }

  func bank(_ bicFi: String) -> Bank? {
    banks.first { $0.bicFi == bicFi }
  }
}

extension Catalogue.Bank {
  var id: String { PlatformID.bank(bicFi) }

  /// The platform names another picture of the same bank in lists than in details.
  var listLogoURL: String { "https://openbankingplatform.blob.core.windows.net/image/\(bicFi).png" }
  var detailLogoURL: String { "https://opeopenbanking.blob.core.windows.net/images/\(bicFi).png" }
}
