public import FoundationEssentials

/// What came of checking a token's signature against the keys that its issuer publishes.
public enum SignatureCheck: Sendable, Hashable {
  /// Signed with a key of the issuer, who is the one it names, and not expired.
  case valid(keyID: String?, algorithm: String)
  /// Not signed with the key that it names.
  case invalid(keyID: String?)
  /// Well signed, but no longer good.
  case expired(keyID: String?, at: Date)
  /// Opaque: there is no signature.
  case noWebToken
  /// Signed in a way that can't be checked, or not at all; nil if it doesn't say how.
  case unsupportedAlgorithm(String?)
  /// Its header says that it must not be taken by whoever doesn't know some extension (RFC 7515, section 4.1.11); none is
  /// known here.
  case unknownExtensions
  /// The issuer publishes no key of that name; nil if the token names none and there is more than one.
  case noSuchKey(keyID: String?)
  /// The issuer publishes no key that signs anything.
  case noKeys
  /// The key is broken, too short, or of another kind than the signature.
  case unusableKey(keyID: String?)
  /// What is published is not of the issuer that has the address where it was asked for.
  case issuerElsewhere(published: String?, asked: String)
  /// The token names another issuer than the one who publishes the keys.
  case otherIssuer(token: String?, published: String?)
  /// The keys are at an address that is not to be trusted for them: another host, or one in plain text.
  case keysElsewhere(String?)
  /// Another token has taken the place of the one to be checked.
  case replaced

  /// Whether all is as it should be.
  public var isValid: Bool { if case .valid = self { true } else { false } }
}
