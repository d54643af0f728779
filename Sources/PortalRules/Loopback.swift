/// The names under which this computer reaches itself.
public enum Loopback {
  /// Whether a host without a port is one of them.
  public static func contains(_ host: some StringProtocol) -> Bool {
    ["localhost", "127.0.0.1", "[::1]"].contains(host.lowercased())
  }

  /// Whether a `Host` field, with or without a port, names this computer.
  public static func contains(authority: String) -> Bool {
    let host = authority.hasPrefix("[") ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
    let port = authority.dropFirst(host.count)
    return contains(host) && (port.isEmpty || port.first == ":" && UInt16(port.dropFirst()) != nil)
  }
}
