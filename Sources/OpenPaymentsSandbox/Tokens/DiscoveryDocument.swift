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
      "scopes_supported": .array(Scope.allCases.map { .string($0.rawValue) }),
      "grant_types_supported": ["client_credentials"],
      "response_types_supported": ["code"],
      "subject_types_supported": ["public"],
      "id_token_signing_alg_values_supported": ["ES256"],
      "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
    ]
  }

  var keys: JSONOutput { ["keys": [key.publicJWK]] }
}
