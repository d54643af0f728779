/// The hosts of `no_proxy`: names with all that is below them, addresses, IPv4 networks, or `*` for every host.
struct ProxyExceptions: Sendable, Hashable {
  private let rules: [String]

  init(_ text: String) {
    rules = text.split(whereSeparator: { $0 == "," || $0.isWhitespace }).map { rule in
      let name = rule.split(separator: ":").count == 2 ? rule.prefix { $0 != ":" } : rule
      return name.lowercased().trimmingPrefix(".").description
    }
  }

  func contain(_ host: String) -> Bool {
    let host = host.lowercased()
    return rules.contains { rule in
      rule == "*" || rule == host || host.hasSuffix(".\(rule)") || Self.network(rule, contains: host)
    }
  }

  private static func network(_ rule: String, contains host: String) -> Bool {
    let parts = rule.split(separator: "/")
    guard parts.count == 2, let bits = UInt32(parts[1]), bits <= 32, let network = address(parts[0]),
      let address = address(host)
    else { return false }
    let mask = bits == 0 ? 0 : UInt32.max << (32 - bits)
    return network & mask == address & mask
  }

  private static func address(_ text: some StringProtocol) -> UInt32? {
    let octets = text.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    guard octets.count == 4 else { return nil }
    return octets.reduce(0) { sum, octet in sum.flatMap { sum in octet.map { sum << 8 | UInt32($0) } } }
  }
}
