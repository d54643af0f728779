import FoundationEssentials
import HTTPTypes

/// Which client a token request claims to come from: by the fields of its body or by HTTP Basic, never by the URI.
struct ClientAuthentication {
  let credentials: SandboxCredentials

  /// Returns the authenticated client id.
  func clientID(_ fields: HTTPFields, _ form: [String: String]) throws(TokenError) -> String {
    guard let header = fields[.authorization], let encoded = Self.basicCredentials(header) else {
      guard form["client_id"] == credentials.clientID, form["client_secret"] == credentials.clientSecret else {
        throw TokenError(.invalidClient, "The client is unknown or its secret is wrong.")
      }
      return credentials.clientID
    }
    guard form["client_secret"] == nil else {
      throw TokenError(.invalidRequest, "Credentials belong in the header or in the body, not in both.")
    }
    guard Self.isSpelling(encoded, of: credentials), (form["client_id"] ?? credentials.clientID) == credentials.clientID
    else {
      var error = TokenError(.invalidClient, "The client is unknown or its secret is wrong.")
      // Required by RFC 6749, section 5.2, once the client has used the header.
      error.status = .unauthorized
      error.fields[.wwwAuthenticate] = "Basic realm=\"sandbox\""
      throw error
    }
    return credentials.clientID
  }

  private static func basicCredentials(_ header: String) -> Substring? {
    let parts = header.split(separator: " ", maxSplits: 1)
    return parts.first?.lowercased() == "basic" ? parts.dropFirst().first ?? "" : nil
  }

  /// RFC 6749 wants both halves form-encoded inside the base64 text; many clients send them as they are.
  private static func isSpelling(_ encoded: Substring, of credentials: SandboxCredentials) -> Bool {
    guard let data = Data(base64Encoded: String(encoded.trimmingBlanks)) else { return false }
    let halves = data.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2 else { return false }
    func matches(_ half: Data, _ expected: String) -> Bool {
      half.elementsEqual(expected.utf8) || PercentEncoding.decode(half, plusIsBlank: true) == expected
    }
    return matches(halves[0], credentials.clientID) && matches(halves[1], credentials.clientSecret)
  }
}
