import FoundationEssentials
import HTTPTypes

/// Which client a token request comes from: by the fields of its body or by HTTP Basic, never by the URI.
struct ClientAuthentication {
  let clients: ClientRegistry
  let now: Date

  func client(_ fields: HTTPFields, _ form: [String: String]) throws(TokenError) -> Client {
    guard let header = fields[.authorization], let encoded = Self.basicCredentials(header) else {
      guard
        let id = form["client_id"], let secret = form["client_secret"],
        let client = try clients.client(id: id, secret: secret, at: now)
      else { throw TokenError(.invalidClient, "The client is unknown or its secret is wrong.") }
      return client
    }
    guard form["client_secret"] == nil else {
      throw TokenError(.invalidRequest, "Credentials belong in the header or in the body, not in both.")
    }
    guard let client = try client(inHeader: encoded), (form["client_id"] ?? client.id) == client.id else {
      var error = TokenError(.invalidClient, "The client is unknown or its secret is wrong.")
      // Required by RFC 6749, section 5.2, once the client has used the header.
      error.status = .unauthorized
      error.fields[.wwwAuthenticate] = "Basic realm=\"sandbox\""
      throw error
    }
    return client
  }

  private static func basicCredentials(_ header: String) -> Substring? {
    let parts = header.split(separator: " ", maxSplits: 1)
    return parts.first?.lowercased() == "basic" ? parts.dropFirst().first ?? "" : nil
  }

  /// RFC 6749 wants both halves form-encoded inside the base64 text; many clients send them as they are.
  private func client(inHeader encoded: Substring) throws(TokenError) -> Client? {
    guard let data = Data(base64Encoded: String(encoded.trimmingBlanks)) else { return nil }
    let halves = data.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2 else { return nil }
    for id in Self.spellings(halves[0]) {
      for secret in Self.spellings(halves[1]) {
        if let client = try clients.client(id: id, secret: secret, at: now) { return client }
      }
    }
    return nil
  }

  private static func spellings(_ half: Data) -> Set<String> {
    Set([String(validating: half, as: UTF8.self), PercentEncoding.decode(half, plusIsBlank: true)].compactMap(\.self))
  }
}
