public import OpenPayments

extension Profile {
  /// What is known of the profile's environment that may explain a failed call, in a sentence or two; nil if nothing is.
  public func advice(on error: OpenPaymentsError) -> String? {
    guard case .hosts(let auth, _) = environment else { return nil }
    switch error.kind {
    case .scopeRefused where preset == .sandbox && !scopes.contains("accountinformation"):
      return "Today's hosted sandbox is reported to refuse this scope: try accountinformation corporate."
    case .scopeRefused where !scopes.contains("private") && !scopes.contains("corporate"):
      return "The scope names no context. Since 2020 the platform wants private or corporate with it."
    case _ where auth.host == "auth.sandbox.openbankingplatform.com" && error.operation == .token:
      return "Today's hosted sandbox is reported to answer token requests at oauth.sandbox.openbankingplatform.com."
    case .credentialsRefused where isProduction:
      return "Credentials of the sandbox don't work in production: it has applications of its own."
    case .credentialsRefused:
      return "The id and the secret must be of one application of this very environment; a new secret replaces the old."
    default: return nil
    }
  }
}
