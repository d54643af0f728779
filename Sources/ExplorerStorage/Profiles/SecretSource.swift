public import OpenPayments

/// Where a secret comes from whenever it is needed. Only the place is kept in a profile, never the secret.
public enum SecretSource: Sendable, Hashable {
  /// Handed in for this run alone, by the environment or on standard input.
  case given(Secret)
  /// A file that is its owner's alone, with the secret and nothing else in it.
  case file(String)
  /// An environment variable, by its name.
  case variable(String)
  /// A program and its arguments, without a shell; it prints the secret, alone or in a JSON object.
  case command([String])
}
