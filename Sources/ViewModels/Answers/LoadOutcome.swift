public import OpenPayments

/// What a load brought.
public enum LoadOutcome: Sendable {
  case countries(Loaded<[Country]>)
  case cities(Loaded<[City]>)
  case aspsps(Loaded<[ASPSP]>)
  case detail(Loaded<ASPSP>)
  case failed(LoadFailure)
}
