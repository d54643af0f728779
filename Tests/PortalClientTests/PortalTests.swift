import HTTPTypes
import OpenPayments
import PortalClient
import Testing

@Suite("Portal's client", .timeLimit(.minutes(1)))
struct PortalTests {
  @Test("A registered application gets tokens; its secret comes back once and is in no record")
  func application() async throws {
    let surroundings = try Surroundings()
    let new = try await surroundings.register(scopes: ["aspspinformation", "private"])
    #expect(new.application.redirectURIs == ["http://localhost:8080/"])
    #expect(try await surroundings.portal.contents().applications == [new.application])
    let client = surroundings.client(new, scopes: ["aspspinformation", "private"])
    #expect(try await client.countries().value.count == 13)
    #expect(surroundings.exchanges.map(\.status) == [201])
    #expect(!surroundings.recordedText.contains(new.secret.reveal()))
    #expect(surroundings.recordedText.contains("\"client_secret\":\"\(Secret.mask)\""))
    try await surroundings.portal.removeApplication(new.application.clientID)
    #expect(try await surroundings.portal.contents() == Portal.Contents())
  }

  @Test("A refusal says what is wrong with what")
  func refusal() async throws {
    let portal = try Surroundings().portal
    let error = await #expect(throws: PortalError.self) {
      _ = try await portal.register(.init(name: "", redirectURIs: ["http://till.example/"], scopes: ["openid"]))
    }
    #expect(error?.message == "Give the application a name.")
    #expect(error?.problems.map(\.field) == ["name", "redirect_uris"])
    #expect(error?.exchange?.status == 400)
  }

  @Test("Test users are made once for each address, and deleted; no record has a password")
  func testUsers() async throws {
    let surroundings = try Surroundings()
    let portal = surroundings.portal
    let draft = TestUserDraft(email: "anna@example.com", password: Secret(#"ab"c\1234é"#), name: "Anna")
    try await portal.addTestUser(draft)
    let error = await #expect(throws: PortalError.self) { try await portal.addTestUser(draft) }
    #expect(error?.message == "There is a test user with this address.")
    let users = try await portal.contents().testUsers
    #expect(users.map(\.email) == ["anna@example.com"] && users.first?.name == "Anna")
    try await portal.removeTestUser(users[0].id)
    #expect(try await portal.contents().testUsers.isEmpty)
    #expect(!surroundings.recordedText.contains("1234"))
    #expect(surroundings.exchanges.count == 3)
  }

  @Test("An id is one segment of the path, whatever it holds")
  func hostileID() async throws {
    let surroundings = try Surroundings()
    for (id, segment) in [("../a/b?c#d", "..%2Fa%2Fb%3Fc%23d"), ("..", "%2E%2E"), ("a b\r\né", "a%20b%0D%0A%C3%A9")] {
      await #expect(throws: PortalError.self) { try await surroundings.portal.removeApplication(id) }
      #expect(surroundings.exchanges.last?.request.path == "/portal/applications/\(segment)")
    }
  }

  @Test("Nobody there is an error in words, with the call")
  func unreachable() async throws {
    let portal = Portal(at: try BaseURL("http://127.0.0.1:1"), transport: Nobody())
    let error = await #expect(throws: PortalError.self) { _ = try await portal.contents() }
    #expect(error?.message == "Connection refused at http://127.0.0.1:1.")
    #expect(error?.exchange != nil)
  }
}
