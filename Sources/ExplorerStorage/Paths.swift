/// Where `opx` keeps its files, by the XDG base directory specification.
public struct Paths: Sendable, Hashable {
  public let configuration: String
  public let state: String

  public init(environment: [String: String]) {
    let home = environment["HOME"] ?? ""
    // The specification says that a relative path there is to be ignored.
    func base(_ variable: String, _ fallback: String) -> String {
      environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "\(home)/\(fallback)"
    }
    configuration = base("XDG_CONFIG_HOME", ".config") + "/opx"
    state = base("XDG_STATE_HOME", ".local/state") + "/opx"
  }

  /// Hand-written settings.
  public var settingsFile: String { "\(configuration)/config.yaml" }
  /// What the built-in sandbox keeps between runs.
  public var sandbox: String { "\(state)/sandbox" }
}
