public import OpenPayments

/// Gets secrets from where profiles say they are.
public struct SecretReader: Sendable {
  public init() {}

  /// - Throws: ``ConfigurationError`` that says what is wrong with the source, never what was in it.
  public func secret(from source: SecretSource) async throws(ConfigurationError) -> Secret {
    switch source {
    case .given(let secret): return secret
    case .file, .variable, .command: throw ConfigurationError("not read yet")
    }
  }
}
