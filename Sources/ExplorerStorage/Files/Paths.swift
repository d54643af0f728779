import Glibc

/// Where `opx` keeps its files, by the XDG base directory specification.
public struct Paths: Sendable, Hashable {
  public let configuration: String
  public let state: String
  public let cache: String
  public let data: String

  /// - Parameter accountHome: the home folder by the system's list of accounts, for an environment that names none.
  public init(environment: [String: String], accountHome: () -> String? = Self.accountHome) {
    // The specification says that a relative path is to be ignored.
    func folder(_ variable: String) -> String? { environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil } }
    let home = Self.home(environment["HOME"], accountHome)
    func base(_ variable: String, _ fallback: String) -> String { folder(variable) ?? "\(home)/\(fallback)" }
    configuration = base("XDG_CONFIG_HOME", ".config") + "/opx"
    cache = base("XDG_CACHE_HOME", ".cache") + "/opx"
    data = base("XDG_DATA_HOME", ".local/share") + "/opx"
    state = base("XDG_STATE_HOME", ".local/state") + "/opx"
  }

  /// The home folder, which may not be there.
  ///
  /// - Parameter variable: what `HOME` says; a relative path is none.
  static func home(_ variable: String?, _ accountHome: () -> String?) -> String {
    variable.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? accountHome() ?? "/nonexistent"
  }

  public static func accountHome() -> String? {
    getpwuid(getuid()).flatMap { $0.pointee.pw_dir }.map { String(cString: $0) }
  }

  /// Hand-written settings.
  public var settingsFile: String { "\(configuration)/config.yaml" }
  /// Hand-written keys.
  public var keysFile: String { "\(configuration)/keys.yaml" }
  /// The user's own themes, a file each.
  public var themes: String { "\(configuration)/themes" }
  /// Profiles, changed by hand and by the program.
  public var profilesFile: String { "\(configuration)/profiles.yaml" }
  /// Secrets that were typed in, a file each.
  public var secrets: String { "\(configuration)/secrets" }
  /// Descriptions of terminals.
  public var terminals: String { "\(cache)/terminfo" }
  /// Access tokens, kept between runs.
  public var tokens: String { "\(cache)/tokens" }
  /// The exchanges of this and earlier runs.
  public var history: String { "\(data)/history.sqlite" }
  /// What the built-in sandbox keeps between runs.
  public var sandbox: String { "\(state)/sandbox" }
}
