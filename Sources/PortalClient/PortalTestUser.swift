import JSONText
public import OpenPayments

/// Somebody who can sign in to the portal's applications.
public struct PortalTestUser: Sendable, Hashable {
  public let id: String
  public let email: String
  public let name: String?

  public init(id: String, email: String, name: String? = nil) {
    self.id = id
    self.email = email
    self.name = name
  }

  /// - Returns: nil for what is no user.
  init?(_ json: JSONValue) {
    guard let id = json["id"]?.string, let email = json["email"]?.string, !id.isEmpty else { return nil }
    self.init(id: id, email: email, name: json["name"]?.string)
  }
}

/// What a test user is made of.
public struct TestUserDraft: Sendable, Hashable {
  public let email: String
  public let password: Secret
  /// Empty for none.
  public let name: String

  public init(email: String, password: Secret, name: String = "") {
    self.email = email
    self.password = password
    self.name = name
  }

  func body(password: String) -> [UInt8] {
    let name: [JSONOutput.Member] = name.isEmpty ? [] : [.init("name", .string(name))]
    return JSONOutput.object([.init("email", .string(email)), .init("password", .string(password))] + name).utf8()
  }
}
