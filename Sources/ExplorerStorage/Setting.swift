/// A setting that an option, the environment or the settings file can give.
public enum Setting: String, Sendable, Hashable, CaseIterable {
  case authURL = "auth_url"
  case apiURL = "api_url"
  case clientID = "client_id"
  case clientSecret = "client_secret"
  case scope
  case dialect
  case caFile = "ca_file"
  case timeout
  case allowHTTP = "allow_http"

  public var variable: String { "OPX_" + rawValue.uppercased() }
  /// The secret comes from standard input, since an option's value would show in the list of processes.
  public var option: String {
    self == .clientSecret ? "--client-secret-stdin" : "--" + rawValue.replacing("_", with: "-")
  }

  /// Those that say where and as whom to call. One of them alone is a mistake, never half a profile.
  public static let connection: [Setting] = [.authURL, .apiURL, .clientID, .clientSecret]
}
