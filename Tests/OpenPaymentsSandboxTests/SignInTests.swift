import Foundation
import HTTPTypes
import OpenPaymentsSandbox
import Testing

@Suite("Sign-in", .timeLimit(.minutes(1)))
struct SignInTests {
  private let later = { (seconds: TimeInterval) in TestClient.now + seconds }

  @Test("The right password waits for the second factor, which sees the same number")
  func waiting() throws {
    let signIn = try TestSignIn()
    let ticket = signIn.ticket(signIn.authorize())
    #expect(try signIn.waiting().isEmpty)
    let page = signIn.enter(ticket, email: "ASA@example.com")
    #expect(page.status == 200)
    #expect(page.text.contains("<meta http-equiv=\"refresh\" content=\"2;url=/connect/signin/\(ticket)\">"))
    let waiting = try #require(try signIn.waiting().first)
    #expect(Set(waiting.keys) == ["id", "application", "email", "scopes", "number", "since"])
    let number = try #require(waiting["number"] as? Int)
    #expect((10...99).contains(number))
    for page in [page, signIn.goOn(ticket), signIn.enter(ticket)] { #expect(page.text.contains(">\(number)<")) }
    #expect(waiting["application"] as? String == "Till & <b>Söns</b>")
    #expect(waiting["email"] as? String == "asa@example.com")
    #expect(waiting["scopes"] as? [String] == ["openid", "email", "private"])
    #expect(waiting["since"] as? String == "2027-01-15T08:00:00Z")
  }

  @Test("Approval leads back with a code, once")
  func approval() throws {
    let signIn = try TestSignIn()
    let ticket = signIn.ticket(signIn.authorize())
    _ = signIn.enter(ticket)
    #expect(try signIn.decide("approve") == 204)
    #expect(try signIn.waiting().isEmpty)
    // The answer to the form stays a page: the policy of the page forbids redirects to other sites.
    #expect(signIn.enter(ticket).status == 200)
    let response = signIn.goOn(ticket)
    #expect(response.status == 303)
    #expect(response.head.headerFields[.location]?.hasPrefix("\(TestSignIn.redirectURI)&code=") == true)
    #expect(Set(response.parameters.keys) == ["shop", "code", "state", "iss"])
    #expect(response.parameters["state"] == "a/b c")
    #expect(signIn.goOn(ticket).status == 404)
  }

  @Test("Denial leads back with access_denied and no code")
  func denial() throws {
    let signIn = try TestSignIn()
    let ticket = signIn.ticket(signIn.authorize(["state": ""]))
    _ = signIn.enter(ticket)
    #expect(try signIn.decide("deny") == 204)
    let response = signIn.goOn(ticket)
    #expect(response.status == 303)
    #expect(response.parameters["error"] == "access_denied")
    #expect(response.parameters["code"] == nil && response.parameters["state"] == nil)
    #expect(signIn.goOn(ticket).status == 404)
  }

  @Test("A decision is made once, by POST, from this computer, and not before the password was right")
  func decisions() throws {
    let signIn = try TestSignIn()
    let ticket = signIn.ticket(signIn.authorize())
    #expect(try signIn.decide("approve") == 404)
    _ = signIn.enter(ticket)
    let id = try #require(try signIn.waiting().first?["id"] as? String)
    let client = signIn.client
    #expect(client.send(.get, "/portal/signins/\(id)/approve").status == 405)
    #expect(client.send(.post, "/portal/signins/\(id)/approve", [.origin: "http://evil.example"]).status == 403)
    #expect(client.send(.post, "/portal/signins/\(id)/maybe").status == 404)
    #expect(client.send(.post, "/portal/signins").status == 405)
    #expect(client.send(.get, "/connect/signin/\(id)").status == 404)
    #expect(client.send(.post, "/portal/signins/\(ticket)/approve").status == 404)
    #expect(try signIn.decide("deny") == 204)
    #expect(client.send(.post, "/portal/signins/\(id)/approve").status == 404)
    #expect(signIn.goOn(ticket).parameters["error"] == "access_denied")
  }

  @Test("A wrong password and an unknown address are told alike, five times")
  func failures() throws {
    let signIn = try TestSignIn()
    let ticket = signIn.ticket(signIn.authorize())
    let wrong = signIn.enter(ticket, password: "abc1235")
    let unknown = signIn.enter(ticket, email: "nobody@example.com")
    #expect(wrong.status == 400)
    #expect(wrong.text.contains("The email or the password is wrong.") && wrong.text == unknown.text)
    #expect(signIn.ticket(wrong) == ticket)
    for _ in 3...4 { #expect(signIn.enter(ticket, password: "").status == 400) }
    #expect(signIn.enter(ticket, password: "abc1235").status == 403)
    #expect(signIn.enter(ticket).status == 404)
    #expect(try signIn.waiting().isEmpty)
  }

  @Test("A sign-in ends after five minutes, in whichever process", arguments: [false, true])
  func expiry(isWaiting: Bool) async throws {
    try await withTemporaryFolder { folder in
      let signIn = try TestSignIn(TestClient(store: try PortalStore(folder: folder)))
      let ticket = signIn.ticket(signIn.authorize())
      if isWaiting { _ = signIn.enter(ticket) }
      let inTime = TestClient(store: try PortalStore(folder: folder), now: later(299))
      #expect(inTime.send(.get, "/connect/signin/\(ticket)").status == 200)
      let late = TestClient(store: try PortalStore(folder: folder), now: later(300))
      #expect(late.send(.get, "/connect/signin/\(ticket)").status == 404)
      #expect(try late.send(.get, "/portal/signins").list("signins").isEmpty)
    }
  }

  @Test("Another process approves; the file holds neither ticket nor code")
  func processes() async throws {
    try await withTemporaryFolder { folder in
      let key = SigningKey()
      let signIn = try TestSignIn(TestClient(signingKey: key, store: try PortalStore(folder: folder)))
      let other = TestClient(signingKey: key, store: try PortalStore(folder: folder))
      let ticket = signIn.ticket(signIn.authorize())
      _ = signIn.enter(ticket)
      func file() throws -> String { try String(contentsOfFile: "\(folder)/portal.json", encoding: .utf8) }
      #expect(try !file().contains(ticket))
      let id = try #require(try other.send(.get, "/portal/signins").strings("signins", "id").first)
      #expect(other.send(.post, "/portal/signins/\(id)/approve").status == 204)
      let code = try #require(signIn.goOn(ticket).parameters["code"])
      #expect(try !file().contains(code) && !file().contains("abc1234"))
      #expect(signIn.exchange(code).status == 200)
      #expect(signIn.exchange(code).status == 400)
    }
  }

  @Test("Whoever is deleted is signed in nowhere")
  func deletion() throws {
    let signIn = try TestSignIn()
    let ticket = signIn.ticket(signIn.authorize())
    _ = signIn.enter(ticket)
    _ = try signIn.decide("approve")
    #expect(signIn.client.send(.delete, "/portal/testusers/\(signIn.userID)").status == 204)
    #expect(signIn.goOn(ticket).status == 404)
    let other = signIn.ticket(signIn.authorize())
    #expect(signIn.client.send(.delete, "/portal/applications/\(signIn.application.id)").status == 204)
    #expect(signIn.goOn(other).status == 404)
  }

  @Test("Methods and bodies are checked")
  func shape() throws {
    let client = TestClient()
    #expect(client.send(.get, "/connect/signin").head.headerFields[.allow] == "POST")
    #expect(client.send(.post, "/connect/signin/x").head.headerFields[.allow] == "GET")
    #expect(client.send(.head, "/connect/signin/x").status == 405)
    #expect(client.send(.post, "/connect/signin", body: "x").status == 400)
    #expect(client.send(.get, "/connect/signin/a/b").status == 404)
  }
}
