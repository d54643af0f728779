import OpenPayments

/// The paths of a dialect, filled in with what is selected.
struct KnownPaths {
  let all: [String]

  /// - Parameters:
  ///   - country: its code; nil where none is selected that has one.
  ///   - city: its id, likewise.
  ///   - bicFi: of an ASPSP, likewise.
  init(_ dialect: Dialect, country: String?, city: String?, bicFi: String?) {
    switch dialect {
    case .psd2:
      let paths = [
        PSD2.countries().path, country.map { PSD2.country($0).path }, PSD2.cities().path,
        country.map { PSD2.cities(isoCountryCodes: [$0]).path }, city.map { PSD2.city($0).path }, PSD2.aspsps().path,
        country.map { PSD2.aspsps(isoCountryCodes: [$0]).path }, city.map { PSD2.aspsps(cityIds: [$0]).path },
        bicFi.map { PSD2.aspsp($0).path },
      ]
      all = paths.compactMap { $0 }
    case .seed:
      let cities = country.map { Seed.cities(in: $0).path }
      let aspsps = country.flatMap { country in city.map { Seed.aspsps(in: country, cityId: $0).path } }
      all = [Seed.countries.path, cities, aspsps].compactMap { $0 }
    }
  }
}
