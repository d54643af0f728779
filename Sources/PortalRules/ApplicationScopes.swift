/// What the portal accepts as the scopes of an application.
public enum ApplicationScopes {
  /// Every scope that there is, in the order in which a form lists them.
  public static let all = [
    "aspspinformation", "accountinformation", "paymentinitiation", "private", "corporate", "openid", "profile", "email",
  ]

  /// What is wrong with a choice of scopes, in one sentence; `nil` if it is good.
  public static func problem(_ scopes: [String]) -> String? {
    if scopes.isEmpty { return "Choose at least one scope." }
    guard let unknown = scopes.first(where: { !all.contains($0) }) else { return nil }
    return "There is no scope “\(unknown.prefix(60))”; there are \(all.joined(separator: ", "))."
  }
}
