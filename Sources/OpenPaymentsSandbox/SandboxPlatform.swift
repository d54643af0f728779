public import FoundationEssentials
public import HTTPTypes
import JSONText

/// The platform itself, from request to response, without a socket: token endpoint, discovery document with published
/// keys, both dialects over real banks, and a portal that registers applications and the test users who
/// sign in to them.
///
/// It answers as a server of the Open Payments platform does. Wherever it speaks of itself (the issuer of a token, the URLs
/// of the discovery document) it uses the scheme and authority under which the request reached it.
public struct SandboxPlatform: Sendable {
  private let now: @Sendable () -> Date
  private let newID: @Sendable () -> UUID
  private let tokenEndpoint: TokenEndpoint
  private let authorization: AuthorizationEndpoint
  private let signIn: SignInEndpoint
  private let userInfo: UserInfoEndpoint
  private let portal: Portal
  private let discovery: DiscoveryDocument
  private let seed: SeedDialect
  private let psd2: PSD2Dialect

  /// - Parameters:
  ///   - signingKey: platforms that share it accept each other's tokens.
  ///   - store: what the portal keeps; platforms that share it, or its folder, know the same applications and users.
  ///   - now: the time at which tokens are issued and judged.
  ///   - newID: the source of the ids of tokens, applications, users and sign-ins, and of request ids for calls that bring none.
  public init(
    signingKey: SigningKey = SigningKey(),
    credentials: SandboxCredentials = .builtIn,
    store: PortalStore = PortalStore(),
    now: @escaping @Sendable () -> Date = { Date() },
    newID: @escaping @Sendable () -> UUID = { UUID() }
  ) {
    let catalogue = Catalogue()
    self.now = now
    self.newID = newID
    let clients = ClientRegistry(builtIn: credentials, store: store)
    tokenEndpoint = TokenEndpoint(clients: clients, key: signingKey)
    authorization = AuthorizationEndpoint(store: store)
    signIn = SignInEndpoint(store: store)
    let bearer = BearerAuthorization(key: signingKey, store: store)
    userInfo = UserInfoEndpoint(store: store, authorization: bearer)
    portal = Portal(store: store)
    discovery = DiscoveryDocument(key: signingKey)
    seed = SeedDialect(catalogue: catalogue, authorization: bearer)
    psd2 = PSD2Dialect(catalogue: catalogue, authorization: bearer)
  }

  /// Bytes of a request's body that decide its answer: of a longer one, this many and one more are all that
  /// ``respond(to:body:)`` needs to see.
  public static let maximumBodySize = SandboxRequest.maximumBodySize

  /// The whole answer, with `Date` and `Content-Length`; the answer to `HEAD` has no body.
  public func respond(to request: HTTPRequest, body: [UInt8] = []) -> SandboxResponse {
    let now = now()
    var response = route(SandboxRequest(request, body: body), at: now)
    response.head.headerFields[.date] = HTTPDate.format(now)
    response.head.headerFields[.contentLength] = String(response.body.count)
    if request.method == .head { response.body = [] }
    return response
  }

  private func route(_ request: SandboxRequest, at now: Date) -> SandboxResponse {
    let path = request.segments
    switch (path.first, path.dropFirst()) {
    case ("connect", ["token"]): return tokenEndpoint.respond(to: request, at: now, tokenID: newID())
    case ("connect", ["authorize"]): return authorization.respond(to: request, at: now, id: newID())
    case ("connect", ["userinfo"]): return userInfo.respond(to: request, at: now)
    case ("connect", let rest) where rest.first == "signin":
      return signIn.respond(to: request, path: rest.dropFirst(), at: now)
    case ("portal", let rest): return portal.respond(to: request, path: rest, at: now, id: newID())
    case (".well-known", ["openid-configuration"]):
      return Self.document(discovery.configuration(of: request.origin), for: request)
    case (".well-known", ["openid-configuration", "jwks"]): return Self.document(discovery.keys, for: request)
    case ("aspspinformation", let rest): return seed.respond(to: request, path: rest, at: now)
    case ("psd2", let rest): return psd2.respond(to: request, path: rest, at: now, fallbackID: newID())
    default: return SandboxResponse(.notFound)
    }
  }

  private static func document(_ json: JSONOutput, for request: SandboxRequest) -> SandboxResponse {
    guard request.method == .get || request.method == .head else {
      return SandboxResponse(.methodNotAllowed, [.allow: "GET, HEAD"])
    }
    return SandboxResponse(.ok, json: json)
  }
}
