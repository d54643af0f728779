import HTTPTypes
import JSONText

/// The OpenID Connect discovery document, and the keys that it points to.
struct DiscoveryDocument {
  let key: SigningKey

  static let path = "/.well-known/openid-configuration"

  func configuration(of origin: String) -> JSONOutput {
    [
      "issuer": .string(origin),
      "jwks_uri": .string("\(origin)\(Self.path)/jwks"),
      "authorization_endpoint": .string("\(origin)/connect/authorize"),
      "token_endpoint": .string("\(origin)/connect/token"),
      "userinfo_endpoint": .string("\(origin)/connect/userinfo"),
      "scopes_supported": .array(Scope.allCases.map { .string($0.rawValue) }),
      "grant_types_supported": ["authorization_code", "client_credentials"],
      "response_types_supported": ["code"],
      "response_modes_supported": ["query"],
      "code_challenge_methods_supported": ["S256"],
      "authorization_response_iss_parameter_supported": true,
      "claims_supported": ["iss", "sub", "aud", "exp", "iat", "nonce", "email", "name"],
      "claims_parameter_supported": false,
      "request_parameter_supported": false,
      "request_uri_parameter_supported": false,
      "subject_types_supported": ["public"],
      "id_token_signing_alg_values_supported": ["ES256"],
      "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
    ]
  }

  var keys: JSONOutput { ["keys": [key.publicJWK]] }
}
