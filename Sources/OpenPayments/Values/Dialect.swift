/// The two forms of the platform's ASPSP information service.
public enum Dialect: String, Sendable, Hashable, CaseIterable, Codable {
  /// The first form of 2019: `/aspspinformation/v1/aspsps/countries`, cities of a country, ASPSPs of a city.
  case seed
  /// The form since then: `/psd2/aspspinformation/v1/…`, six operations, filters, `X-Request-ID`.
  case psd2

  /// What a token for this dialect asks for unless told otherwise: `aspspinformation`, in psd2 with the `private` context.
  public var defaultScopes: [String] {
    switch self {
    case .seed: ["aspspinformation"]
    case .psd2: ["aspspinformation", "private"]
    }
  }
}
