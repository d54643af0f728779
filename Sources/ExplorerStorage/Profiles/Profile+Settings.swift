import OpenPayments

extension Profile {
  /// The name of the profile that the settings define.
  public static let environmentName = "environment"
  /// The profile of the built-in sandbox in the dialect of the settings.
  public static let builtInSandboxName = "sandbox"

  /// The built-in sandbox in either dialect; the first is what answers when nothing is configured.
  public static func sandboxes(_ settings: Settings) throws(ConfigurationError) -> [Profile] {
    let dialect = try settings.dialect() ?? .psd2
    let other = Dialect.allCases.first { $0 != dialect } ?? .seed
    return [
      Profile(name: builtInSandboxName, environment: .builtInSandbox, dialect: dialect, scopes: settings.scopes),
      Profile(name: "sandbox-\(other.rawValue)", environment: .builtInSandbox, dialect: other),
    ]
  }

  /// The profile that the settings define, or nil if they name no place and no credentials at all.
  ///
  /// - Parameter needsAPI: false if only a token is wanted.
  /// - Throws: ``ConfigurationError`` if only some of what a profile needs is set: never half a profile, never another.
  public static func environment(
    _ settings: Settings, needsAPI: Bool = true
  ) throws(ConfigurationError) -> Profile? {
    guard Setting.connection.contains(where: { settings[$0] != nil }) else { return nil }
    let needed = Setting.connection.filter { needsAPI || $0 != .apiURL }
    let missing = needed.filter { settings[$0] == nil }.map { setting in
      setting.option.map { "\(setting.variable) (or \($0))" } ?? setting.variable
    }
    guard missing.isEmpty, let clientID = settings[.clientID], let secret = settings[.clientSecret],
      let auth = try settings.baseURL(.authURL)
    else { throw ConfigurationError("the profile is incomplete: set \(missing.joined(separator: " and "))") }
    let dialect = try settings.dialect() ?? .psd2
    return Profile(
      name: environmentName,
      environment: .hosts(auth: auth, api: try settings.baseURL(.apiURL)),
      application: Application(clientID: clientID, secret: .given(Secret(secret))),
      dialect: dialect, scopes: settings.scopes)
  }
}
