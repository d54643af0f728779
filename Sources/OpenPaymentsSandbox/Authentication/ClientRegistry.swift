import FoundationEssentials

/// The clients that the platform knows: the built-in one, always, and the applications of its portal.
struct ClientRegistry: Sendable {
  let builtIn: SandboxCredentials
  let store: PortalStore

  func client(id: String, secret: String, at now: Date) throws(TokenError) -> Client? {
    if id == builtIn.clientID { return SecretDigest(builtIn.clientSecret).matches(secret) ? .builtIn(builtIn) : nil }
    guard let application = try application(id, at: now), application.secret.matches(secret) else { return nil }
    return .registered(application)
  }

  func application(_ id: String, at now: Date) throws(TokenError) -> RegisteredApplication? {
    do { return try store.state(at: now).application(id) } catch { throw .storage(error) }
  }
}
