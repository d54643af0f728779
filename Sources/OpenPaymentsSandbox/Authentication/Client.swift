/// A client that has proved who it is.
enum Client {
  case builtIn(SandboxCredentials)
  case registered(RegisteredApplication)

  var id: String {
    switch self {
    case .builtIn(let credentials): credentials.clientID
    case .registered(let application): application.clientID
    }
  }

  /// What it may be granted in its own name.
  var scopes: [Scope] {
    switch self {
    case .builtIn: Scope.platform
    case .registered(let application): application.scopes.filter(Scope.platform.contains)
    }
  }

  /// What it is granted when it asks for a blank-separated list: all that it is allowed if the list is empty, `nil` if the
  /// list has one that it is not allowed, or if there is nothing to grant.
  func scopes(forAsked text: String) -> [Scope]? {
    guard let asked = Scope.parse(text) else { return nil }
    let granted = asked.isEmpty ? scopes : asked
    return granted.isEmpty || !granted.allSatisfy(scopes.contains) ? nil : granted
  }
}
