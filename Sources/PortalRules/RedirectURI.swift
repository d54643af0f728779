/// What the portal accepts as an address to which users are led back after signing in.
public enum RedirectURI {
  /// Bytes.
  public static let maximumLength = 2000

  /// How many an application may have.
  public static let maximumCount = 20

  /// What is wrong with an application's addresses, in one sentence; `nil` if they are good.
  public static func problem(_ addresses: [String]) -> String? {
    if addresses.count > maximumCount { return "There are more than \(maximumCount) addresses." }
    for address in addresses {
      if let problem = problem(address) {
        return addresses.count > 1 ? "\(address.prefix(100)): \(problem)" : problem
      }
    }
    return nil
  }

  /// What is wrong with an address, in one sentence; `nil` if it is good.
  ///
  /// Only `https` is accepted, and `http` on `localhost`, `127.0.0.1` and `[::1]` with any port.
  public static func problem(_ text: String) -> String? {
    if text.isEmpty { return "Give the address to return to." }
    if text.utf8.count > maximumLength { return "The address is longer than \(maximumLength) characters." }
    guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"\"<>\\^`{|}".utf8.contains($0) }) else {
      return "The address holds a character that has to be percent-encoded."
    }
    let escapes = text.split(separator: "%", omittingEmptySubsequences: false).dropFirst().map { $0.prefix(2) }
    guard escapes.allSatisfy({ $0.count == 2 && $0.allSatisfy(\.isHexDigit) }) else {
      return "A percent sign starts no valid escape."
    }
    if text.contains("#") { return "The address must not have a fragment (#)." }
    guard let end = text.firstRange(of: "://") else { return "The address must be absolute, such as https://…" }
    let authority = text[end.upperBound...].prefix { $0 != "/" && $0 != "?" }
    if authority.contains("@") { return "The address must not name a user." }
    guard let host = host(of: authority) else { return "The address names no valid host and port." }
    switch text[..<end.lowerBound].lowercased() {
    case "https": return nil
    case "http" where Loopback.contains(host): return nil
    case "http": return "http is only for localhost, 127.0.0.1 and [::1]; use https."
    default: return "The address must begin with https://, or with http:// for this computer."
    }
  }

  /// The host without its port, if both are well-formed.
  private static func host(of authority: Substring) -> Substring? {
    var host = authority
    var rest: Substring = ""
    if authority.hasPrefix("[") {
      guard let end = authority.firstIndex(of: "]") else { return nil }
      host = authority[...end]
      rest = authority[authority.index(after: end)...]
      guard host.count > 2, host.dropFirst().dropLast().allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }) else {
        return nil
      }
    } else if let colon = authority.firstIndex(of: ":") {
      host = authority[..<colon]
      rest = authority[colon...]
    }
    if !host.hasPrefix("[") {
      let labels = host.split(separator: ".", omittingEmptySubsequences: false)
      let isLabel = { (label: Substring) in
        !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
      }
      guard labels.allSatisfy(isLabel) else { return nil }
    }
    guard let first = rest.first else { return host }
    let digits = rest.dropFirst()
    guard first == ":", !digits.isEmpty, digits.allSatisfy(\.isNumber), let port = UInt16(digits), port > 0 else {
      return nil
    }
    return host
  }
}
