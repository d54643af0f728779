/// The six operations of the psd2 dialect, by path. Parameters are not yet checked.
enum PSD2Operation {
  case countries
  case country(isoCountryCode: String)
  case cities
  case city(id: String)
  case aspsps
  case aspsp(bicFi: String)

  /// - Parameter path: the segments that follow `/psd2`.
  init?(_ path: ArraySlice<String>) {
    guard path.starts(with: ["aspspinformation", "v1"]) else { return nil }
    let rest = Array(path.dropFirst(2))
    switch (rest.first, rest.count) {
    case ("countries", 1): self = .countries
    case ("countries", 2): self = .country(isoCountryCode: rest[1])
    case ("cities", 1): self = .cities
    case ("cities", 2): self = .city(id: rest[1])
    case ("aspsps", 1): self = .aspsps
    case ("aspsps", 2): self = .aspsp(bicFi: rest[1])
    default: return nil
    }
  }
}
