import HTTPTypes
import JSONText
import OpenPayments

/// What an authorization server says of itself (RFC 8414), as far as a sign-in depends on it.
struct ServerMetadata: Sendable, Hashable {
  let issuer: String
  /// Whether its answers tell that they are its own (RFC 9207).
  let namesIssuer: Bool

  /// - Parameter auth: where it was asked; the issuer that has this address, and no other, may answer there.
  /// - Throws: where nothing of use came.
  static func read(from auth: BaseURL, by caller: RecordedCaller) async throws(PortalError) -> ServerMetadata {
    let answer = try await caller.answer(
      .init(.discovery, HTTPRequest(method: .get, url: auth, path: "/.well-known/openid-configuration")))
    guard answer.response.status == .ok, let root = JSONDocument(answer.body).root else {
      throw PortalError(refusal: answer)
    }
    guard let issuer = root["issuer"]?.string, auth.isAddress(ofIssuer: issuer) else {
      let named = root["issuer"]?.string.map { "the issuer \($0.prefix(100))" } ?? "no issuer"
      throw PortalError("The discovery document is of \(named), not of \(auth).", exchange: answer.exchange)
    }
    let namesIssuer = root["authorization_response_iss_parameter_supported"]?.kind == .bool(true)
    return ServerMetadata(issuer: issuer, namesIssuer: namesIssuer)
  }
}
