import FoundationEssentials
import HTTPTypes
import JSONText
import PortalRules

/// `/portal/applications`, and one of them below it.
struct ApplicationsResource {
  let store: PortalStore

  func collection(_ request: SandboxRequest, at now: Date, id: UUID) throws(PortalRefusal) -> SandboxResponse {
    switch request.method {
    case .get, .head:
      let applications = try store.portalState(at: now).applications
      return .unstored(.ok, ["applications": .array(applications.map { $0.json() })])
    case .post: return try register(request, at: now, id: id)
    default: throw .method("GET, HEAD, POST")
    }
  }

  func item(_ request: SandboxRequest, clientID: String, at now: Date) throws(PortalRefusal) -> SandboxResponse {
    switch request.method {
    case .get, .head:
      guard let application = try store.portalState(at: now).application(clientID) else { throw .notFound }
      return .unstored(.ok, application.json())
    case .delete:
      try store.portalUpdate(at: now) { state throws(PortalRefusal) in
        guard state.application(clientID) != nil else { throw .notFound }
        state.removeApplication(clientID)
      }
      return .unstored(.noContent)
    default: throw .method("GET, HEAD, DELETE")
    }
  }

  private func register(_ request: SandboxRequest, at now: Date, id: UUID) throws(PortalRefusal) -> SandboxResponse {
    var form = try PortalForm(request)
    let name = form.text("name", ApplicationName.problem)
    let redirectURIs = form.list("redirect_uris", RedirectURI.problem)
    let scopes = form.list("scopes", ApplicationScopes.problem)
    try form.check()
    let secret = Data(SecretDigest.randomBytes()).base64EncodedString()
    let application = RegisteredApplication(
      clientID: id.uuidString.lowercased(), secret: SecretDigest(secret), name: name, redirectURIs: redirectURIs,
      scopes: scopes.compactMap { Scope(rawValue: $0) }, createdAt: now)
    try store.portalUpdate(at: now) { state throws(PortalRefusal) in
      guard state.applications.count < RegisteredApplication.maximumCount else {
        throw .full("applications", RegisteredApplication.maximumCount)
      }
      state.applications.append(application)
    }
    return .unstored(
      .created, application.json(secret: secret), [.location: "/portal/applications/\(application.clientID)"])
  }
}
