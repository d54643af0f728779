/// What a token may be used for.
enum Scope: String, CaseIterable, Codable, Sendable {
  case aspspInformation = "aspspinformation"
  case accountInformation = "accountinformation"
  case paymentInitiation = "paymentinitiation"
  /// The context of a natural person.
  case `private`
  /// The context of a company.
  case corporate

  /// Whoever signs in, by a token of their own.
  case openid
  case profile
  case email

  /// What a client may be granted in its own name: everything but a user's identity.
  static let platform: [Scope] = [.aspspInformation, .accountInformation, .paymentInitiation, .private, .corporate]

  /// The scopes of a blank-separated list, each once; `nil` for a list with an unknown one.
  static func parse(_ text: String) -> [Scope]? {
    var scopes: [Scope] = []
    for word in text.split(separator: " ") {
      guard let scope = Scope(rawValue: String(word)) else { return nil }
      if !scopes.contains(scope) { scopes.append(scope) }
    }
    return scopes
  }
}
