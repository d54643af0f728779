import Foundation
import HTTPTypes
import OpenPaymentsSandbox
import PortalRules
import Testing

@Suite("Portal test users", .timeLimit(.minutes(1)))
struct PortalTestUserTests {
  let client = TestClient()

  private func add(_ email: String, _ password: String = "abc1234", name: String = "Åsa") -> SandboxResponse {
    client.post("/portal/testusers", json: #"{"email":"\#(email)","password":"\#(password)","name":"\#(name)"}"#)
  }

  @Test("A user is added, listed, read and deleted, and never shown with a password")
  func users() throws {
    let response = add("asa@example.com")
    #expect(response.status == 201)
    let user = try response.object()
    let id = try #require(user["id"] as? String)
    #expect(UUID(uuidString: id) != nil)
    #expect(user["email"] as? String == "asa@example.com")
    #expect(user["name"] as? String == "Åsa")
    #expect(Set(user.keys) == ["id", "email", "name"])
    #expect(try client.send(.get, "/portal/testusers").strings("testusers", "id") == [id])
    #expect(!client.send(.get, "/portal/testusers").text.contains("password"))
    #expect(try client.send(.get, "/portal/testusers/\(id)").object()["id"] as? String == id)
    #expect(client.send(.delete, "/portal/testusers/\(id)").status == 204)
    #expect(client.send(.get, "/portal/testusers/\(id)").status == 404)
    #expect(client.send(.delete, "/portal/testusers/\(id)").status == 404)
  }

  @Test("An address is taken whatever its case, until its user is deleted")
  func unique() throws {
    let id = try #require(try add("asa@example.com").object()["id"] as? String)
    #expect(add("ASA@Example.com").status == 409)
    #expect(client.send(.delete, "/portal/testusers/\(id)").status == 204)
    #expect(add("ASA@Example.com").status == 201)
  }

  @Test(
    "What is wrong is told field by field",
    arguments: [
      (#"{}"#, ["email", "password"]), (#"{"email":"a@b","password":"ab1234"}"#, ["password"]),
      (#"{"email":"a@b","password":"abc123"}"#, ["password"]), (#"{"email":"a@b","password":1234}"#, ["password"]),
      (#"{"email":"a","password":"abc1234"}"#, ["email"]), (#"{"email":"@b","password":"abc1234"}"#, ["email"]),
      (#"{"email":"a@b@c","password":"abc1234"}"#, ["email"]), (#"{"email":"a b@c","password":"abc1234"}"#, ["email"]),
      (#"{"email":"a@b..c","password":"abc1234"}"#, ["email"]),
      (#"{"email":"a@b","password":"abc1234","name":"\u001b"}"#, ["name"]),
    ])
  func problems(body: String, fields: [String]) throws {
    let response = client.post("/portal/testusers", json: body)
    #expect(response.status == 400)
    #expect(try response.problemFields() == fields)
  }

  @Test("Methods, bodies and hosts are those of the portal")
  func portal() {
    #expect(client.send(.put, "/portal/testusers").head.headerFields[.allow] == "GET, HEAD, POST")
    #expect(client.send(.post, "/portal/testusers/x").head.headerFields[.allow] == "GET, HEAD, DELETE")
    #expect(client.send(.post, "/portal/testusers", body: "{}").status == 415)
    #expect(client.send(.get, "/portal/testusers", [.origin: "http://evil.example"]).status == 403)
  }

  @Test("Each rule for a password tells whether it is met")
  func rules() {
    #expect(PasswordRule.allCases == [.threeLetters, .fourDigits])
    #expect(PasswordRule.threeLetters.isMet(by: "åäö") && !PasswordRule.threeLetters.isMet(by: "ab1234"))
    #expect(PasswordRule.fourDigits.isMet(by: "1a2b3c4") && !PasswordRule.fourDigits.isMet(by: "123abc"))
    #expect(!PasswordRule.fourDigits.isMet(by: "١٢٣٤"))
    #expect(PasswordRule.problem("") == "The password needs at least three letters and at least four digits.")
    #expect(PasswordRule.problem("abc1234") == nil)
    #expect(PasswordRule.problem("abc1234" + String(repeating: "x", count: 250)) != nil)
  }

  @Test("The file holds no password, and two users with the same one have nothing in common")
  func file() async throws {
    try await withTemporaryFolder { folder in
      let client = TestClient(store: try PortalStore(folder: folder))
      for email in ["a@example.com", "b@example.com"] {
        #expect(client.post("/portal/testusers", json: #"{"email":"\#(email)","password":"abc1234"}"#).status == 201)
      }
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/portal.json"))
      #expect(!String(decoding: bytes, as: UTF8.self).contains("abc1234"))
      let root = try JSONSerialization.jsonObject(with: bytes) as? [String: Any]
      let hashes = (root?["testUsers"] as? [[String: Any]] ?? []).compactMap { $0["password"] as? [String: Any] }
      #expect(Set(hashes.compactMap { $0["salt"] as? String }).count == 2)
      #expect(Set(hashes.compactMap { $0["key"] as? String }).count == 2)
      let other = TestClient(store: try PortalStore(folder: folder))
      #expect(
        try other.send(.get, "/portal/testusers").strings("testusers", "email") == ["a@example.com", "b@example.com"])
    }
  }
}
