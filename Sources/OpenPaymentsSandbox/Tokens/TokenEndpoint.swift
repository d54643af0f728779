import FoundationEssentials
import HTTPTypes
import JSONText

/// `POST /connect/token`: the client credentials grant (RFC 6749, section 4.4).
struct TokenEndpoint: Sendable {
  let clients: ClientRegistry
  let key: SigningKey

  /// Bytes; a longer body is refused.
  static let maximumBodySize = 64 * 1024

  func respond(to request: SandboxRequest, at now: Date, tokenID: UUID) -> SandboxResponse {
    guard request.method == .post else { return SandboxResponse(.methodNotAllowed, [.allow: "POST"]) }
    do {
      return try grant(request, at: now, tokenID: tokenID)
    } catch let error as TokenError {
      return error.response
    } catch {
      return SandboxResponse(.internalServerError)
    }
  }

  private func grant(_ request: SandboxRequest, at now: Date, tokenID: UUID) throws -> SandboxResponse {
    let form = try Self.form(of: request)
    let client = try ClientAuthentication(clients: clients, now: now).client(request.fields, form)
    try Self.checkGrantType(form["grant_type"])
    guard let scopes = client.scopes(forAsked: form["scope"] ?? "") else {
      throw TokenError(.invalidScope, "A scope is unknown or not granted to this client.")
    }
    let token = AccessToken(
      issuer: request.origin, clientID: client.id, scopes: scopes, id: tokenID.uuidString.lowercased(),
      issuedAt: Int(now.timeIntervalSince1970))
    var members: [JSONOutput.Member] = [
      .init("access_token", .string(try token.signed(with: key))),
      .init("expires_in", .integer(AccessToken.lifetime)),
      .init("token_type", "Bearer"),
    ]
    // The platform's early client, which asks for nothing else, fails on a fourth member.
    if scopes != [.aspspInformation] {
      members.append(.init("scope", .string(token.scopes.joined(separator: " "))))
    }
    return .token(.ok, .object(members))
  }

  private static func form(of request: SandboxRequest) throws(TokenError) -> [String: String] {
    guard request.body.count <= maximumBodySize else {
      var error = TokenError(.invalidRequest, "The body is longer than \(maximumBodySize) bytes.")
      error.status = .contentTooLarge
      throw error
    }
    let mediaType = (request.fields[.contentType] ?? "").split(separator: ";").first?.trimmingBlanks.lowercased()
    guard mediaType == "application/x-www-form-urlencoded" else {
      throw TokenError(.invalidRequest, "The content type must be application/x-www-form-urlencoded.")
    }
    guard let fields = try? FormField.list(request.body) else {
      throw TokenError(.invalidRequest, "The body is not well-formed.")
    }
    var form: [String: String] = [:]
    for field in fields {
      guard form.updateValue(field.value, forKey: field.name) == nil else {
        throw TokenError(.invalidRequest, "A parameter is repeated.")
      }
    }
    // RFC 6749, section 3.2: a parameter without a value counts as missing.
    return form.filter { !$0.value.isEmpty }
  }

  private static func checkGrantType(_ grantType: String?) throws(TokenError) {
    switch grantType {
    case "client_credentials": return
    case "authorization_code", "refresh_token", "password", "urn:ietf:params:oauth:grant-type:device_code":
      throw TokenError(.unauthorizedClient, "The grant type is not enabled for this client.")
    default: throw TokenError(.unsupportedGrantType, "The grant type must be client_credentials.")
    }
  }
}
