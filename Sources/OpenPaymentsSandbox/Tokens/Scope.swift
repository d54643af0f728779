/// What a token may be used for.
enum Scope: String, CaseIterable, Sendable {
  case aspspInformation = "aspspinformation"
  case accountInformation = "accountinformation"
  case paymentInitiation = "paymentinitiation"
  /// The context of a natural person.
  case `private`
  /// The context of a company.
  case corporate

  /// The scopes of a blank-separated list, each once; all of them for an empty list, which asks for whatever the client
  /// is allowed; `nil` for a list with an unknown one.
  static func parse(_ text: String) -> [Scope]? {
    var scopes: [Scope] = []
    for word in text.split(separator: " ") {
      guard let scope = Scope(rawValue: String(word)) else { return nil }
      if !scopes.contains(scope) { scopes.append(scope) }
    }
    return scopes.isEmpty ? allCases : scopes
  }
}
