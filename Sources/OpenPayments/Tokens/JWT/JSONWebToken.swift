public import FoundationEssentials
public import JSONText

/// What a token says of itself if it is a JWT (RFC 7519): header and claims, decoded and not verified. Without the
/// signature, so that no token can be made of it.
public struct JSONWebToken: Sendable, Hashable {
  /// Longer texts are not looked at. No server takes header fields of this length.
  static let longestText = 64 * 1024

  /// A JSON object, as signed.
  public let header: JSONFragment
  /// A JSON object, as signed.
  public let claims: JSONFragment

  /// - Returns: nil for any other text than two JSON objects and a signature, which may be empty.
  public init?(_ token: Secret) {
    let text = token.reveal()
    guard text.utf8.count <= Self.longestText else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let header = Self.object(parts[0]), let claims = Self.object(parts[1]),
      Base64URL.decode(parts[2]) != nil
    else { return nil }
    (self.header, self.claims) = (header, claims)
  }

  /// How it claims to be signed.
  public var algorithm: String? { headerMembers?["alg"]?.string }
  /// The name of the key that it claims to be signed with.
  public var keyID: String? { headerMembers?["kid"]?.string }
  /// Who claims to have issued it.
  public var issuer: String? { claimsMembers?["iss"]?.string }
  /// When it ends by its own account.
  public var expiresAt: Date? { claimsMembers?["exp"].flatMap(Self.time) }

  /// The header as a value.
  public var headerMembers: JSONValue? { JSONDocument(Array(header.bytes)).root }
  /// The claims as a value.
  public var claimsMembers: JSONValue? { JSONDocument(Array(claims.bytes)).root }

  /// A `NumericDate` of RFC 7519: seconds since 1970; nil for anything else, and for years that no calendar has.
  public static func time(_ value: JSONValue) -> Date? {
    guard value.kind == .number, let seconds = Double(value.text(maxBytes: 32)), (0..<253_402_300_800).contains(seconds)
    else { return nil }
    return Date(clampingSince1970: seconds)
  }

  private static func object(_ part: Substring) -> JSONFragment? {
    guard let bytes = Base64URL.decode(part), String(validating: bytes, as: UTF8.self) != nil else { return nil }
    let document = JSONDocument(bytes)
    guard document.error == nil, document.root?.kind == .object else { return nil }
    return JSONFragment(bytes: bytes)
  }
}
