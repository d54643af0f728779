import JSONText

/// A sign-in that waits for its second factor.
public struct WaitingSignIn: Sendable, Hashable {
  public let id: String
  /// The application's name.
  public let application: String
  public let email: String
  /// Shown on both sides, so that nobody approves another's sign-in by mistake.
  public let number: Int

  public init(id: String, application: String, email: String, number: Int) {
    self.id = id
    self.application = application
    self.email = email
    self.number = number
  }

  /// - Returns: nil for what is no sign-in.
  init?(_ json: JSONValue) {
    guard let id = json["id"]?.string, let email = json["email"]?.string,
      let number = json["number"].flatMap({ $0.kind == .number ? Int($0.text(maxBytes: 8)) : nil })
    else { return nil }
    self.init(id: id, application: json["application"]?.string ?? "", email: email, number: number)
  }
}
