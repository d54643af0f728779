/// The environment variable that a secret is to come from.
public enum SecretVariable {
  /// - Parameter isPassphrase: whether it is for a certificate, whose passphrase `opx` has a variable for.
  /// - Returns: what is wrong with the name, as the end of a sentence that begins with it; nil if nothing is.
  public static func problem(_ name: String, isPassphrase: Bool = false) -> String? {
    guard !name.isEmpty, !name.contains("="), !name.utf8.contains(0) else { return "must be the name of a variable" }
    guard !isPassphrase || name != Setting.clientCertPassword.variable else { return nil }
    let own = Setting.allCases.map(\.variable) + [Profile.nameVariable]
    return own.contains(name) ? "can't be \(name), which opx reads itself; choose another name" : nil
  }
}

extension Profile {
  /// The variable that names the profile to use.
  public static let nameVariable = "OPX_PROFILE"

  /// Why its secrets can't come from where it says; nil if they can.
  var variableProblem: ConfigurationError? {
    func problem(_ source: SecretSource?, _ key: ProfileKey) -> ConfigurationError? {
      guard case .variable(let name)? = source else { return nil }
      return SecretVariable.problem(name, isPassphrase: key == .passphraseVariable).map {
        ConfigurationError("\(key.rawValue) \($0)")
      }
    }
    return problem(application?.secret, .secretVariable) ?? problem(certificate?.passphrase, .passphraseVariable)
  }
}
