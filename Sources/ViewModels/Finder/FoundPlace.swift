/// Something of the directory that can be looked for.
public struct FoundPlace: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    case country, city
    case aspsp = "ASPSP"
  }

  public let kind: Kind
  /// Country, city id and BIC, as far as it has them.
  let address: Address
}
