/// What a profile may say of itself in `profiles.yaml`.
enum ProfileKey: String, CaseIterable {
  case environment
  case authURL = "auth_url"
  case apiURL = "api_url"
  case allowHTTP = "allow_http"
  case dialect
  case clientID = "client_id"
  case secretFile = "secret_file"
  case secretVariable = "secret_env"
  case secretCommand = "secret_command"
  case scope
  case accent
  case notes
  case certificate = "client_cert"
  case certificateKey = "client_key"
  case passphraseFile = "client_cert_password_file"
  case passphraseVariable = "client_cert_password_env"
  case passphraseCommand = "client_cert_password_command"

  /// Keys that somebody may try who wants to put a secret into the file.
  static let forbidden = ["secret", "client_secret", "password", "client_cert_password"]
}
