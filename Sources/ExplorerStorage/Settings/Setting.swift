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
  case tokenCache = "token_cache"
  case compressed
  case clientCert = "client_cert"
  case clientKey = "client_key"
  case clientCertPassword = "client_cert_password"
  case history
  case historyDays = "history_days"
  case historySize = "history_size"
  case historyPrivate = "history_private"
  case theme
  case themeDark = "theme_dark"
  case themeLight = "theme_light"
  case contrast
  case colors
  case mouse
  case ascii
  case motion

  public var variable: String { "OPX_" + rawValue.uppercased() }
  /// The secret comes from standard input, since an option's value would show in the list of processes. nil for what
  /// has no option.
  public var option: String? {
    switch self {
    case .clientSecret: "--client-secret-stdin"
    case .clientCertPassword, .historyDays, .historySize, .historyPrivate, .themeDark, .themeLight, .contrast, .mouse,
      .ascii, .motion:
      nil
    default: "--" + rawValue.replacing("_", with: "-")
    }
  }

  /// Secrets don't belong into the settings file.
  public var isSecret: Bool { self == .clientSecret || self == .clientCertPassword }

  /// Whether it names a file.
  var isPath: Bool { [.caFile, .clientCert, .clientKey].contains(self) }

  /// The variable and the option, for messages.
  public var name: String { option.map { "\(variable) (\($0))" } ?? variable }

  /// Those that say where and as whom to call. One of them alone is a mistake, never half a profile.
  public static let connection: [Setting] = [.authURL, .apiURL, .clientID, .clientSecret]
}
