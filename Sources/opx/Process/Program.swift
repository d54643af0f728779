import ExplorerStorage

/// What the program says of itself.
enum Program {
  static let name = "opx"
  static let version = "0.1.0"

  static let discussion = """
    Without a subcommand it opens on the whole screen. With nothing configured the built-in sandbox answers.

    Each setting is taken from its option, else from its variable \
    (\(Setting.allCases.map(\.variable).joined(separator: ", "))), else from $XDG_CONFIG_HOME/opx/config.yaml. \
    Proxies are taken from https_proxy, http_proxy, all_proxy and no_proxy.

    Exit status: 0 done, 1 different (diff), 64 wrong usage, 65 unusable answer, 69 unreachable or timed out, 74 output not written, \
    75 try again later, 77 credentials or scope refused, 78 wrong configuration. SIGINT, SIGTERM and SIGHUP end it as they end any \
    program once it has cleaned up, which shells show as 130, 143 and 129.
    """
}
