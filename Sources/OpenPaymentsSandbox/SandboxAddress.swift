/// Where a running sandbox answers, and the client that it knows.
public struct SandboxAddress: Sendable, Hashable {
  /// Base of `/connect/token`, without a trailing slash.
  public let authURL: String
  /// Base of both dialects, without `/psd2` and without a trailing slash.
  public let apiURL: String
  public let clientID: String
  public let clientSecret: String
}
