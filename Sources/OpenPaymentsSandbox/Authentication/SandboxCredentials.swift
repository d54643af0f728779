/// The client that the sandbox knows from the start.
public struct SandboxCredentials: Sendable, Hashable {
  public let clientID: String
  public let clientSecret: String

  public init(clientID: String, clientSecret: String) {
    self.clientID = clientID
    self.clientSecret = clientSecret
  }

  /// The same on every run, so that a snippet written against one sandbox works against the next. It opens nothing but
  /// sandboxes. Like the platform's own secrets it is base64 text, which has to be form-encoded.
  public static let builtIn = SandboxCredentials(
    clientID: "0d4f7c52-6f0e-4c0b-9d2a-3b8f1f6a5e10",
    clientSecret: "b3B4+sandbox/AfQ7r+0mNnLw2hT/vY9dKc3eZ8uXg==")
}
