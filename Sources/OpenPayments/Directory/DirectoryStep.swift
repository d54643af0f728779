/// One thing that reading the directory brought, and how far it has come.
public struct DirectoryStep: Sendable {
  /// What was found.
  public enum Item: Sendable {
    /// A country.
    case country(Country)
    /// A city of the country with this code.
    case city(City, isoCountryCode: String)
    /// An ASPSP as a city lists it; one that several cities list comes several times.
    case aspsp(ASPSP, isoCountryCode: String, cityId: String)
    /// All that is known of an ASPSP, once for each BIC.
    case detail(ASPSP)
    /// A call that failed; the others go on.
    case failed(DirectoryCall, OpenPaymentsError)
  }

  /// What was found.
  public let item: Item
  /// How far the reading was when this was found.
  public let progress: DirectoryProgress
}

/// How many calls a reading of the directory has made, and how many it knows that it has still to make.
public struct DirectoryProgress: Sendable, Hashable {
  /// Calls that succeeded, those before a resumption included.
  public internal(set) var done = 0
  /// Calls that failed.
  public internal(set) var failed = 0
  /// Calls under way or known to be needed.
  public internal(set) var left = 0
  /// Whether ``left`` is all there is, rather than all that is known yet.
  public internal(set) var isTotalKnown = false

  /// So many calls.
  public init(done: Int = 0, failed: Int = 0, left: Int = 0, isTotalKnown: Bool = false) {
    self.done = done
    self.failed = failed
    self.left = left
    self.isTotalKnown = isTotalKnown
  }
}
