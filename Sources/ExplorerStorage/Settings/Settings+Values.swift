public import OpenPayments

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
