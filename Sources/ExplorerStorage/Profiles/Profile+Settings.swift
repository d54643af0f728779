public import OpenPayments

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

extension Settings {
  /// How long to wait for a connection and for the next byte.
  public func timeout() throws(ConfigurationError) -> Duration {
    guard let text = self[.timeout] else { return .seconds(10) }
    guard let seconds = Double(text), (0.001...86_400).contains(seconds) else {
      throw ConfigurationError(
        "\(source(of: .timeout)) must be a number of seconds from 0.001 to 86400, not \"\(text)\"")
    }
    return .seconds(seconds)
  }

  /// The certificate to show to servers; nil if none is set.
  public var clientCertificate: ClientCertificate? {
    self[.clientCert].map { file in
      ClientCertificate(file: file, keyFile: self[.clientKey], passphrase: self[.clientCertPassword].map(Secret.init))
    }
  }

  /// A setting that is a yes or a no.
  public func isOn(_ setting: Setting, otherwise standard: Bool) throws(ConfigurationError) -> Bool {
    switch self[setting]?.lowercased() {
    case nil: return standard
    case "1", "true", "yes", "on": return true
    case "0", "false", "no", "off": return false
    default: throw ConfigurationError("\(source(of: setting)) must be true or false, not \"\(self[setting] ?? "")\"")
    }
  }

  /// - Returns: nil if the setting isn't set.
  public func number(_ setting: Setting, in range: ClosedRange<Float>) throws(ConfigurationError) -> Float? {
    guard let text = self[setting] else { return nil }
    guard let number = Float(text), range.contains(number) else {
      throw ConfigurationError(
        "\(source(of: setting)) must be a number from \(range.lowerBound) to \(range.upperBound), not \"\(text)\"")
    }
    return number
  }

  func dialect() throws(ConfigurationError) -> Dialect? {
    guard let text = self[.dialect] else { return nil }
    guard let dialect = Dialect(rawValue: text.lowercased()) else {
      throw ConfigurationError("\(source(of: .dialect)) must be psd2 or seed, not \"\(text)\"")
    }
    return dialect
  }

  /// The scopes to ask for; nil for those that the dialect asks for by default.
  public var scopes: [String]? { self[.scope].map(Self.scopes) }
  /// The scopes to ask for in this run, whatever a profile says; nil for the profile's.
  public var scopesForRun: [String]? { givenForRun(.scope).map(Self.scopes) }

  private static func scopes(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

  func baseURL(_ setting: Setting) throws(ConfigurationError) -> BaseURL? {
    guard let text = self[setting] else { return nil }
    let allowsHTTP = try isOn(.allowHTTP, otherwise: false)
    do throws(BaseURLError) { return try BaseURL(text, allowPlainHTTP: allowsHTTP) } catch {
      let remedy = error == .plainHTTP ? "; use https, or set \(Setting.allowHTTP.name) if that is meant" : ""
      // Not the value: somebody may have put a password into it.
      throw ConfigurationError("\(source(of: setting)) \(error)\(remedy)")
    }
  }

}
