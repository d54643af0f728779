import JSONText

/// The token endpoint's answer, checked before any API call relies on it.
struct TokenAnswer {
  /// How long a token is kept that nothing is said of.
  private static let assumedLifetime: Duration = .seconds(300)
  /// How long a token is kept whose `expires_in` makes no sense.
  private static let unknownLifetime: Duration = .seconds(60)
  static let longestLifetime = 366.0 * 24 * 3600

  let token: String
  let lifetime: Duration
  /// Whether there is no `expires_in`.
  let isLifetimeAssumed: Bool
  let scopes: [String]?

  init(_ json: JSONValue) throws(UnusableAnswer) {
    guard json.kind == .object else {
      throw .unexpected("expected an object with access_token, found \(json.kind.article)")
    }
    guard let token = json["access_token"]?.string, Self.isBearerToken(token) else {
      throw .unexpected("access_token is missing or is not a bearer token (RFC 6750)")
    }
    guard json["token_type"]?.string?.lowercased() == "bearer" else {
      throw .unexpected(json["token_type"] == nil ? "token_type is missing" : "token_type is not Bearer")
    }
    self.token = token
    let lifetime = json["expires_in"]
    isLifetimeAssumed = lifetime == nil
    self.lifetime = lifetime.map { $0.lifetime ?? Self.unknownLifetime } ?? Self.assumedLifetime
    scopes = json["scope"]?.string?.split(separator: " ").map(String.init)
  }

  /// b64token of RFC 6750 section 2.1.
  private static func isBearerToken(_ text: String) -> Bool {
    let body = text.utf8.reversed().drop { $0 == UInt8(ascii: "=") }
    return !body.isEmpty
      && body.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "-._~+/".utf8.contains(byte)
        }
      }
  }
}
