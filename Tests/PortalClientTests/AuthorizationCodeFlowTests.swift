import JSONText
import OpenPayments
import PortalClient
import Testing

@Suite("Sign-in with an authorization code", .timeLimit(.minutes(1)))
struct AuthorizationCodeFlowTests {
  private static let email = "anna+till@example.com"
  private static let password = Secret("pass+word&1234")

  private func flow(
    _ surroundings: Surroundings, scopes: [String] = ["aspspinformation", "email"]
  ) async throws -> AuthorizationCodeFlow {
    let new = try await surroundings.register()
    try await surroundings.portal.addTestUser(.init(email: Self.email, password: Self.password))
    return AuthorizationCodeFlow(
      surroundings.portal, as: new.credentials(scopes), redirectURI: new.application.redirectURIs[0])
  }

  @Test("It waits for the second factor, whose number is the page's, and ends with tokens; no record has a secret")
  func approved() async throws {
    let surroundings = try Surroundings()
    let flow = try await flow(surroundings)
    let page = try await flow.begin()
    let waiting = try await flow.enter(email: Self.email, password: Self.password, on: page)
    #expect(try await flow.decision(on: waiting) == .open)
    let seen = try await surroundings.portal.waitingSignIns()
    #expect(seen.map(\.number) == [waiting.number])
    #expect(seen.first?.email == Self.email && seen.first?.application == "Till")
    try await surroundings.portal.decide(seen[0].id, isApproved: true)
    guard case .approved(let code) = try await flow.decision(on: waiting) else {
      Issue.record("it was not approved")
      return
    }
    let signedIn = try await flow.redeem(code)
    #expect(signedIn.scopes == ["openid", "aspspinformation", "email"] && signedIn.lifetime == .seconds(3600))
    #expect(signedIn.idToken.claimsMembers?["email"]?.string == Self.email)
    #expect(try await surroundings.portal.waitingSignIns().isEmpty)
    let again = await #expect(throws: PortalError.self) { _ = try await flow.redeem(code) }
    #expect(again?.message == "The code was used already; the token that it gave is revoked now.")
    // Registered, added, discovered, begun, entered, approved, decided, redeemed twice; those who only looked are left out.
    #expect(surroundings.exchanges.map(\.status) == [201, 201, 200, 200, 200, 204, 303, 200, 400])
    let text = surroundings.recordedText
    #expect(!text.contains("1234"))
    for mask in ["signin=", "password=", "code=", "client_secret=", "code_verifier=", "name=\"signin\" value=\""] {
      #expect(text.contains("\(mask)\(Secret.mask)"), "\(mask) is not masked")
    }
    #expect(text.contains("/connect/authorize?response_type=code&client_id="))
    #expect(text.contains("/connect/signin/\(Secret.mask)"))
    #expect(text.firstMatch(of: /connect\/signin\/[\w-]{20}/) == nil, "a browser's ticket is a secret as well")
  }

  @Test("Who denies it ends it, with the reason")
  func denied() async throws {
    let surroundings = try Surroundings()
    let flow = try await flow(surroundings)
    let waiting = try await flow.enter(email: Self.email, password: Self.password, on: try await flow.begin())
    let seen = try await surroundings.portal.waitingSignIns()
    try await surroundings.portal.decide(seen[0].id, isApproved: false)
    let error = await #expect(throws: PortalError.self) { _ = try await flow.decision(on: waiting) }
    #expect(error?.message == "The sign-in was denied." && error?.exchange?.status == 303)
  }

  @Test("A wrong password and a scope that isn't the application's are told in the sandbox's words")
  func refused() async throws {
    let surroundings = try Surroundings()
    let flow = try await flow(surroundings)
    let page = try await flow.begin()
    let error = await #expect(throws: PortalError.self) {
      _ = try await flow.enter(email: Self.email, password: Secret("nobody1234"), on: page)
    }
    #expect(error?.message == "The email or the password is wrong.")
    let other = AuthorizationCodeFlow(
      surroundings.portal, as: try await surroundings.register().credentials(["paymentinitiation"]),
      redirectURI: "http://localhost:8080/")
    let scope = await #expect(throws: PortalError.self) { _ = try await other.begin() }
    #expect(scope?.message == "A scope is missing, unknown or not granted to this client.")
    let elsewhere = AuthorizationCodeFlow(
      surroundings.portal, as: try await surroundings.register().credentials([]), redirectURI: "http://localhost:1/")
    let address = await #expect(throws: PortalError.self) { _ = try await elsewhere.begin() }
    #expect(address?.message == "The address to return to is not one that the application has registered.")
  }
}
