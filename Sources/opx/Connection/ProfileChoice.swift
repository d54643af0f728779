import ExplorerStorage

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
  /// The built-in sandbox in place of a default that can't be used.
  case standIn
  /// Nothing is configured.
  case nothing

  static let variableName = Profile.nameVariable

  /// As a part of a sentence that begins with the profile's name.
  var words: String {
    switch self {
    case .option: "chosen by --profile"
    case .variable: "chosen by \(Self.variableName)"
    case .credentials: "set by OPX_AUTH_URL and the like"
    case .standard: "the default in profiles.yaml"
    case .standIn: "used in place of the default, which can't be"
    case .nothing: "used because no other was chosen"
    }
  }

  /// What somebody wrote to name a profile.
  var name: String {
    switch self {
    case .variable: Self.variableName
    case .standard: "the default profile"
    default: "--profile"
    }
  }
}

/// Where the built-in sandbox may take the place of a profile that can't be used.
enum StandIn {
  case never
  /// Where the file's default can't be used: whoever looks at the screen is told.
  case forDefault
  /// Also where none of that name is known: for looking at what there is.
  case always
}
