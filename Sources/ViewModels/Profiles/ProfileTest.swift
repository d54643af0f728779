public import ExplorerStorage

/// A trial of a profile: a token, then the countries.
public struct ProfileTest: Sendable, Equatable {
  public enum Step: Sendable, Equatable {
    case token(Result<TokenFact, LoadFailure>)
    case countries(Result<CountriesFact, LoadFailure>)
  }

  /// What was learnt from a token.
  public struct TokenFact: Sendable, Equatable {
    public let scopes: [String]
    /// Kept from before; nothing was asked.
    public let wasKept: Bool
    public let inspection: Inspection?
  }

  public struct CountriesFact: Sendable, Equatable {
    public let count: Int
    public let inspection: Inspection
  }

  let caller: Caller
  public internal(set) var token: Result<TokenFact, LoadFailure>?
  public internal(set) var countries: Result<CountriesFact, LoadFailure>?
  /// What is known of the profile's environment that may explain the failure.
  public internal(set) var advice: String?

  init(_ caller: Caller) { self.caller = caller }

  public var profile: Profile { caller.profile }

  public var isRunning: Bool {
    switch (token, countries) {
    case (nil, _), (.success?, nil): true
    default: false
    }
  }

  public var failure: LoadFailure? {
    if case .failure(let failure)? = token { return failure }
    if case .failure(let failure)? = countries { return failure }
    return nil
  }

  /// The exchange that says most: the one that failed, or the last.
  var inspection: Inspection? {
    if let failure { return failure.inspection }
    if case .success(let fact)? = countries { return fact.inspection }
    if case .success(let fact)? = token { return fact.inspection }
    return nil
  }

  mutating func take(_ step: Step, advice: String?) {
    switch step {
    case .token(let result): token = result
    case .countries(let result): countries = result
    }
    self.advice = advice
  }
}
