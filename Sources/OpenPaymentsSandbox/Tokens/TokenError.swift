import HTTPTypes
import JSONText

/// A refusal of the token endpoint (RFC 6749, section 5.2), with the statuses of IdentityServer.
struct TokenError: Error {
  enum Code: String {
    case invalidRequest = "invalid_request"
    case invalidClient = "invalid_client"
    case invalidGrant = "invalid_grant"
    case unauthorizedClient = "unauthorized_client"
    case unsupportedGrantType = "unsupported_grant_type"
    case invalidScope = "invalid_scope"
    case serverError = "server_error"
  }

  let code: Code
  let description: String
  var status: HTTPResponse.Status = .badRequest
  var fields: HTTPFields = [:]

  init(_ code: Code, _ description: String) {
    self.code = code
    self.description = description
  }

  static func storage(_ error: SandboxFolderError) -> TokenError {
    var refusal = TokenError(.serverError, "\(error)")
    refusal.status = .internalServerError
    return refusal
  }

  var response: SandboxResponse {
    .token(status, ["error": .string(code.rawValue), "error_description": .string(description)], fields)
  }
}

extension SandboxResponse {
  /// An answer of the token endpoint, good or bad, which nobody may store.
  static func token(_ status: HTTPResponse.Status, _ json: JSONOutput, _ fields: HTTPFields = [:]) -> SandboxResponse {
    var fields = fields
    fields[.contentType] = "application/json; charset=UTF-8"
    fields[.cacheControl] = "no-store, no-cache, max-age=0"
    fields[.pragma] = "no-cache"
    return SandboxResponse(status, fields, json: json)
  }
}

extension HTTPField.Name {
  static let pragma = HTTPField.Name("Pragma")!
}
