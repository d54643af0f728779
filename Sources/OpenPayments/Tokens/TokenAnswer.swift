import JSONText

/// The token endpoint's answer, checked before any API call relies on it.
struct TokenAnswer {
  /// How long a token is kept whose `expires_in` makes no sense.
  static let unknownLifetime: Duration = .seconds(60)
  static let longestLifetime = 366.0 * 24 * 3600

  let token: String
  let lifetime: Duration
  let scopes: [String]?

  init(_ json: JSONValue) throws(UnusableAnswer) {
    guard json.kind == .object else {
      throw .unexpected("expected an object with access_token, found \(json.kind.article)")
    }
    guard let token = json["access_token"]?.string, Self.isBearerToken(token) else {
      throw .unexpected("access_token is missing or is not a bearer token (RFC 6750)")
    }
    guard let type = json["token_type"]?.string, type.lowercased() == "bearer" else {
      throw .unexpected("token_type is not Bearer")
    }
    self.token = token
    lifetime = Self.lifetime(json["expires_in"])
    scopes = json["scope"]?.string?.split(separator: " ").map(String.init)
  }

  private static func lifetime(_ value: JSONValue?) -> Duration {
    guard let value, value.kind == .number, let seconds = Double(value.text), seconds > 0, seconds <= longestLifetime
    else {
      return unknownLifetime
    }
    return .seconds(clamping: seconds)
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
