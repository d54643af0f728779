import FoundationEssentials
import HTTPTypes
import OpenPayments

/// What brings a user back to the application: a redirect to its address with a code, or with the reason why there is none
/// (RFC 6749, section 4.1.2).
struct AuthorizationResponse {
  private let parameters: [String: String]
  private let exchange: Exchange

  /// - Throws: for a redirect to anything but this address with a query added, or one that says something twice.
  init(_ answer: RecordedCaller.Answer, to redirectURI: String) throws(PortalError) {
    exchange = answer.exchange
    let target = Self.parts(answer.response.headerFields[.location] ?? "")
    let registered = Self.parts(redirectURI)
    guard target.address.isExactly(registered.address),
      let query = Self.rest(of: target.query, after: registered.query),
      let items = URLComponents(string: "?\(query)", encodingInvalidCharacters: false)?.queryItems
    else { throw PortalError("The answer leads elsewhere than to the address of the application.", exchange: exchange) }
    guard Set(items.map(\.name)).count == items.count else {
      throw PortalError("The answer has a parameter twice.", exchange: exchange)
    }
    parameters = Dictionary(uniqueKeysWithValues: items.map { ($0.name, $0.value ?? "") })
  }

  /// The code, once it is sure that it belongs to the request and comes from the server that it went to.
  func code(for state: String, from server: ServerMetadata) throws(PortalError) -> Secret {
    guard let given = parameters["state"], given.isExactly(state) else {
      throw PortalError("The answer is not to this sign-in: its state differs.", exchange: exchange)
    }
    if let issuer = parameters["iss"] {
      guard issuer.isExactly(server.issuer) else {
        throw PortalError("The answer is from another issuer, \(issuer.prefix(100)).", exchange: exchange)
      }
    } else if server.namesIssuer {
      throw PortalError("The answer doesn't name its issuer, although the server says it would.", exchange: exchange)
    }
    if let words = parameters["error_description"] ?? parameters["error"] {
      throw PortalError(words, exchange: exchange)
    }
    guard let code = parameters["code"], !code.isEmpty else {
      throw PortalError("The answer has no code.", exchange: exchange)
    }
    return Secret(code)
  }

  private static func parts(_ address: String) -> (address: String, query: String?) {
    let parts = address.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    return (String(parts.first ?? ""), parts.count > 1 ? String(parts[1]) : nil)
  }

  /// What is added to a query, which may have a beginning of its own. A plus sign stands for a blank.
  private static func rest(of query: String?, after beginning: String?) -> String? {
    guard let query, !query.utf8.contains(UInt8(ascii: "#")) else { return nil }
    let start = beginning.flatMap { $0.isEmpty ? nil : "\($0)&" } ?? ""
    guard query.utf8.starts(with: start.utf8) else { return nil }
    return String(decoding: query.utf8.dropFirst(start.utf8.count), as: UTF8.self).replacing("+", with: "%20")
  }
}

extension String {
  /// Byte for byte: that two texts look the same doesn't make one secret or name the other.
  func isExactly(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
