import FoundationEssentials
import JSONText
import OpenPayments

/// What an application has to check of an id token before it believes who has signed in (OpenID Connect Core 1.0, section
/// 3.1.3.7). The signature is left out, since the token comes from the token endpoint itself.
struct IDTokenRules {
  let issuer: String
  let clientID: String
  let nonce: String

  /// - Returns: the first thing that is wrong, as a sentence; nil if nothing is.
  func problem(_ token: JSONWebToken, at now: Date) -> String? {
    let claims = token.claimsMembers
    func claim(_ name: String) -> String? { claims?[name]?.string }
    guard let named = token.issuer else { return "The id token names no issuer." }
    guard named.isExactly(issuer) else { return "The id token is from another issuer, \(named.prefix(100))." }
    let audience =
      claims?["aud"].map { $0.kind == .array ? $0.elements.map { $0.string ?? "" } : [$0.string ?? ""] } ?? []
    guard audience.contains(where: { $0.isExactly(clientID) }) else {
      return "The id token is for another application."
    }
    let party = claim("azp")
    guard party?.isExactly(clientID) ?? (audience.count == 1 && claims?["azp"] == nil) else {
      return "The id token is for several applications and was not given to this one."
    }
    guard let end = token.expiresAt else { return "The id token doesn't say when it ends." }
    guard now < end else { return "The id token has expired." }
    guard claim("nonce")?.isExactly(nonce) == true else {
      return "The id token is not of this sign-in: its nonce differs."
    }
    guard claim("sub")?.isEmpty == false else { return "The id token doesn't say who has signed in." }
    return nil
  }
}
