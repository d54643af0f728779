import Glibc

/// The hosts of `no_proxy`, as curl reads it: names with all that is below them, addresses and networks, or `*` alone for
/// every host. Unlike there, brackets and a port may stand with a name.
struct ProxyExceptions: Sendable, Hashable {
  private enum Rule: Sendable, Hashable {
    case everything
    case name(String)
    case network([UInt8], bits: Int)
  }

  private let rules: [Rule]

  init(_ text: String) {
    let words = text.split { $0 == "," || $0.isWhitespace }
    rules = words == ["*"] ? [.everything] : words.compactMap(Self.rule)
  }

  func contain(_ host: String) -> Bool {
    let host = Self.bare(host[...])
    let address = Self.address(host)
    return rules.contains { rule in
      switch rule {
      case .everything: true
      case .name(let name): address == nil && (host == name || host.hasSuffix(".\(name)"))
      case .network(let network, let bits): address.map { Self.network(network, bits, contains: $0) } ?? false
      }
    }
  }

  private static func rule(_ word: Substring) -> Rule? {
    let parts = word.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let host = bare(parts[0])
    guard let network = address(host) else {
      let name = host.trimmingPrefix(".")
      return name.isEmpty ? nil : .name(String(name))
    }
    let longest = network.count * 8
    guard let bits = parts.count < 2 ? longest : Int(parts[1]), (0...longest).contains(bits) else { return nil }
    return .network(network, bits: bits)
  }

  /// In lower case, without brackets, port and the dot at the end.
  private static func bare(_ text: Substring) -> String {
    let isIPv6 = text.hasPrefix("[") || text.count { $0 == ":" } > 1
    var host = isIPv6 ? text.trimmingPrefix("[").prefix { $0 != "]" } : text.prefix { $0 != ":" }
    if host.hasSuffix(".") { host.removeLast() }
    return host.lowercased()
  }

  /// Four bytes or sixteen; nil for what is no IP address.
  private static func address(_ text: String) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 16)
    if inet_pton(AF_INET, text, &bytes) == 1 { return Array(bytes.prefix(4)) }
    return inet_pton(AF_INET6, text, &bytes) == 1 ? bytes : nil
  }

  private static func network(_ network: [UInt8], _ bits: Int, contains address: [UInt8]) -> Bool {
    guard network.count == address.count else { return false }
    return zip(network, address).enumerated().allSatisfy { index, pair in
      (pair.0 ^ pair.1) >> (8 - min(max(bits - index * 8, 0), 8)) == 0
    }
  }
}
