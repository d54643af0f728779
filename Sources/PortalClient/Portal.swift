public import FoundationEssentials
import HTTPTypes
import JSONText
public import OpenPayments

/// The portal of a sandbox, over HTTP: the applications and test users that it keeps, and the sign-ins that wait for a second
/// factor. The hosted platform's portal is a web page and has no such calls.
public struct Portal: Sendable {
  /// What is registered.
  public struct Contents: Sendable, Hashable {
    public let applications: [PortalApplication]
    public let testUsers: [PortalTestUser]

    public init(applications: [PortalApplication] = [], testUsers: [PortalTestUser] = []) {
      self.applications = applications
      self.testUsers = testUsers
    }
  }

  let auth: BaseURL
  let caller: RecordedCaller
  let time: TimeSource

  /// - Parameters:
  ///   - auth: the sandbox's auth address, below which the portal lies.
  ///   - onExchange: is told of every call but the ones that only look whether something has changed.
  public init(
    at auth: BaseURL, transport: any HTTPTransport, time: TimeSource = .system,
    newID: @escaping @Sendable () -> UUID = { UUID() },
    onExchange: @escaping @Sendable (Exchange) -> Void = { _ in }
  ) {
    self.auth = auth
    self.time = time
    caller = RecordedCaller(transport: transport, time: time, newID: newID, onExchange: onExchange)
  }

  public func contents() async throws(PortalError) -> Contents {
    let applications = try await list("applications")
    let testUsers = try await list("testusers")
    return Contents(
      applications: applications.compactMap { PortalApplication($0) },
      testUsers: testUsers.compactMap { PortalTestUser($0) })
  }

  /// Registers an application. Its secret comes back this once and is in no record of the call.
  public func register(_ draft: ApplicationDraft) async throws(PortalError) -> NewApplication {
    let answer = try await send(.post, "applications", body: draft.body, maskedBody: draft.body, expecting: .created) {
      _, body in JSONDocument(body).root?["client_secret"]?.string.map { [Secret($0)] } ?? []
    }
    guard let root = JSONDocument(answer.body).root, let application = PortalApplication(root),
      let secret = root["client_secret"]?.string
    else { throw PortalError("The answer tells of no application.", exchange: answer.exchange) }
    return NewApplication(application: application, secret: Secret(secret))
  }

  public func removeApplication(_ clientID: String) async throws(PortalError) {
    _ = try await send(.delete, "applications/\(PercentEncoding.pathSegment(clientID))", expecting: .noContent)
  }

  /// Makes a test user. The password is in no record of the call.
  public func addTestUser(_ draft: TestUserDraft) async throws(PortalError) {
    _ = try await send(
      .post, "testusers", body: draft.body(password: draft.password.reveal()),
      maskedBody: draft.body(password: Secret.mask), secrets: [draft.password], expecting: .created)
  }

  public func removeTestUser(_ id: String) async throws(PortalError) {
    _ = try await send(.delete, "testusers/\(PercentEncoding.pathSegment(id))", expecting: .noContent)
  }

  /// The sign-ins that wait for their second factor.
  public func waitingSignIns() async throws(PortalError) -> [WaitingSignIn] {
    try await list("signins").compactMap { WaitingSignIn($0) }
  }

  /// Lets a sign-in go on, as its user would with a second factor, or ends it.
  public func decide(_ id: String, isApproved: Bool) async throws(PortalError) {
    _ = try await send(
      .post, "signins/\(PercentEncoding.pathSegment(id))/\(isApproved ? "approve" : "deny")", expecting: .noContent)
  }

  // MARK: - Calls

  private func list(_ name: String) async throws(PortalError) -> [JSONValue] {
    let answer = try await send(.get, name, expecting: .ok, isTold: false)
    return JSONDocument(answer.body).root?[name].map { Array($0.elements) } ?? []
  }

  private func send(
    _ method: HTTPRequest.Method, _ path: String, body: [UInt8] = [], maskedBody: [UInt8] = [], secrets: [Secret] = [],
    expecting status: HTTPResponse.Status, isTold: Bool = true,
    findSecrets: @escaping @Sendable (HTTPResponse, [UInt8]) -> [Secret] = { _, _ in [] }
  ) async throws(PortalError) -> RecordedCaller.Answer {
    var request = HTTPRequest(method: method, url: auth, path: "/portal/\(path)")
    if !body.isEmpty { request.headerFields[.contentType] = "application/json" }
    let answer = try await caller.answer(
      .init(.portal, request, body: body, maskedBody: maskedBody, secrets: secrets, findSecrets: findSecrets)
    ) { _ in isTold }
    guard answer.response.status == status else { throw PortalError(refusal: answer) }
    return answer
  }
}

extension RecordedCaller {
  func answer(
    _ call: Call, isTold: @escaping @Sendable (Exchange) -> Bool = { _ in true }
  ) async throws(PortalError) -> Answer {
    do throws(OpenPaymentsError) { return try await send(call, isTold: isTold) } catch { throw PortalError(error) }
  }
}
