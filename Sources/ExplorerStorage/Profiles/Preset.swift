public import OpenPayments

/// An environment that is known by name, with the facts about it.
public enum Preset: String, Sendable, Hashable, CaseIterable {
  case builtInSandbox = "built-in"
  /// The hosted sandbox of today.
  case sandbox
  /// The hosted sandbox as the guide of 2019 has it.
  case sandbox2019 = "sandbox-2019"
  case production
  /// Hosts of one's own.
  case custom

  public var title: String {
    switch self {
    case .builtInSandbox: "Built-in sandbox"
    case .sandbox: "Hosted sandbox"
    case .sandbox2019: "Hosted sandbox of 2019 (historical)"
    case .production: "Production"
    case .custom: "Hosts of your own"
    }
  }

  /// nil for what brings its own addresses.
  public var addresses: (auth: String, api: String)? {
    switch self {
    case .builtInSandbox, .custom: nil
    case .sandbox:
      ("https://oauth.sandbox.openbankingplatform.com", "https://api.sandbox.openbankingplatform.com")
    case .sandbox2019:
      ("https://auth.sandbox.openpaymentsplatform.com", "https://api.sandbox.openpaymentsplatform.com")
    case .production: ("https://auth.openbankingplatform.com", "https://api.openbankingplatform.com")
    }
  }

  public var dialect: Dialect { self == .sandbox2019 ? .seed : .psd2 }

  /// What to know before one uses it; nil if there is nothing.
  public var note: String? {
    switch self {
    case .builtInSandbox, .custom: nil
    case .sandbox:
      "Token requests go to oauth.sandbox…, as reported today; the documents still name auth.sandbox…. "
        + "If the scope is refused, ask for accountinformation corporate."
    case .sandbox2019: "These are the guide's hosts of 2019. The domain may have changed hands since."
    case .production: "Calls reach real banks, and take the client certificate of your organisation."
    }
  }

  /// The environment, for the presets that bring addresses and the built-in sandbox.
  public var environment: Profile.Environment? {
    guard let addresses else { return self == .builtInSandbox ? .builtInSandbox : nil }
    guard let auth = try? BaseURL(addresses.auth), let api = try? BaseURL(addresses.api) else { return nil }
    return .hosts(auth: auth, api: api)
  }

  /// What an environment is known as.
  public init(_ environment: Profile.Environment) {
    self = Self.allCases.first { $0.environment == environment } ?? .custom
  }
}

extension Profile {
  public var preset: Preset { Preset(environment) }

  /// Whether any of its hosts serves real banks and customers.
  public var isProduction: Bool { hosts.contains(where: Self.productionHosts.contains) }

  private static let productionHosts = ["auth.openbankingplatform.com", "api.openbankingplatform.com"]

  /// The hosts, if any, of a domain that the platform has given up; who answers there now is anybody's guess.
  public var abandonedHosts: [String] {
    hosts.filter { $0 == "openpaymentsplatform.com" || $0.hasSuffix(".openpaymentsplatform.com") }
  }

  private var hosts: [String] {
    guard case .hosts(let auth, let api) = environment else { return [] }
    return [auth, api].compactMap { $0?.host.lowercased() }
  }
}
