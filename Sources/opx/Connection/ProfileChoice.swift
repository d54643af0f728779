/// Which rule chose the profile that a run uses; each goes before those after it.
enum ProfileChoice: Sendable, Hashable {
  /// `--profile`.
  case option
  /// `OPX_PROFILE`.
  case variable
  /// `OPX_AUTH_URL` and the other settings that make a profile by themselves.
  case credentials
  /// `default` in `profiles.yaml`.
  case standard
  /// Nothing is configured.
  case nothing

  static let variableName = "OPX_PROFILE"

  /// As a part of a sentence that begins with the profile's name.
  var words: String {
    switch self {
    case .option: "chosen by --profile"
    case .variable: "chosen by \(Self.variableName)"
    case .credentials: "set by OPX_AUTH_URL and the like"
    case .standard: "the default in profiles.yaml"
    case .nothing: "used because no other was chosen"
    }
  }

  /// What somebody wrote to name a profile.
  var name: String { self == .variable ? Self.variableName : "--profile" }
}
