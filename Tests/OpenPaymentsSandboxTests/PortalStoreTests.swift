import Foundation
import HTTPTypes
import OpenPaymentsSandbox
import Testing

@Suite("Portal store", .timeLimit(.minutes(1)))
struct PortalStoreTests {
  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  private func client(_ folder: String) throws -> TestClient {
    TestClient(store: try PortalStore(folder: folder))
  }

  private func ids(_ client: TestClient) throws -> [String] {
    try client.send(.get, "/portal/applications").strings("applications", "client_id")
  }

  @Test("Two platforms on one folder see each other's applications at once")
  func shared() async throws {
    try await withTemporaryFolder { folder in
      let (one, other) = (try client(folder), try client(folder))
      let first = try one.register()
      #expect(try ids(other) == [first.id])
      let second = try other.register()
      #expect(try ids(one) == [first.id, second.id])
      #expect(one.requestToken("\(second.credentials)&grant_type=client_credentials").status == 200)
      #expect(one.send(.delete, "/portal/applications/\(first.id)").status == 204)
      #expect(try ids(other) == [second.id])
      #expect(try ids(try client(folder)) == [second.id])
    }
  }

  @Test("The file is closed to others, holds no secret, and nothing lies beside it")
  func file() async throws {
    try await withTemporaryFolder { parent in
      let folder = "\(parent)/a/b"
      let application = try client(folder).register()
      #expect(try mode(folder) == 0o700)
      #expect(try mode("\(folder)/portal.json") == 0o600)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["portal.json"])
      let text = try String(contentsOfFile: "\(folder)/portal.json", encoding: .utf8)
      #expect(text.contains(application.id))
      #expect(!text.contains(application.secret))
    }
  }

  @Test("A damaged file that is set aside is told with its new name")
  func damagedIsTold() async throws {
    try await withTemporaryFolder { folder in
      try Data("junk".utf8).write(to: URL(fileURLWithPath: "\(folder)/portal.json"))
      await confirmation { told in
        let note: @Sendable (String) -> Void = { path in
          #expect(path == "\(folder)/portal.json.damaged")
          told()
        }
        _ = try? PortalStore(folder: folder, onSetAside: note)
      }
    }
  }

  @Test(
    "A damaged file is set aside, each under a name of its own, and the portal goes on",
    arguments: ["", "junk", "{}", #"{"version":0,"applications":[]}"#, #"{"version":1,"applications":[{}]}"#])
  func damaged(content: String) async throws {
    try await withTemporaryFolder { folder in
      let path = "\(folder)/portal.json"
      let client = try client(folder)
      for name in ["portal.json.damaged", "portal.json.damaged-2"] {
        _ = try client.register()
        try Data(content.utf8).write(to: URL(fileURLWithPath: path))
        #expect(try ids(client).isEmpty)
        #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")) == Data(content.utf8))
      }
      let application = try client.register()
      #expect(try ids(try self.client(folder)) == [application.id])
    }
  }

  @Test("A file that cannot be read or written is an error of the server; the built-in client goes on")
  func unreadable() async throws {
    try await withTemporaryFolder { folder in
      let client = try client(folder)
      try FileManager.default.createDirectory(atPath: "\(folder)/portal.json", withIntermediateDirectories: false)
      let response = client.send(.get, "/portal/applications")
      #expect(response.status == 500)
      #expect(try response.object()["error"] as? String == "server_error")
      #expect(try client.register().id.isEmpty)
      #expect(client.requestToken(TestClient.form(scope: "private")).status == 200)
      let unknown = client.requestToken("client_id=x&client_secret=y&grant_type=client_credentials")
      #expect(unknown.status == 500)
      #expect(throws: SandboxFolderError.self) { try PortalStore(folder: folder) }
      #expect(throws: SandboxFolderError.self) { try PortalStore(folder: "/proc/nowhere") }
    }
  }

  @Test("Changes made at the same moment are all kept")
  func atTheSameMoment() async throws {
    try await withTemporaryFolder { folder in
      let clients = [try client(folder), try client(folder)]
      let registered = try await withThrowingTaskGroup(of: String.self, returning: Set<String>.self) { group in
        for number in 0..<32 { group.addTask { try clients[number % 2].register().id } }
        return try await group.reduce(into: []) { $0.insert($1) }
      }
      #expect(registered.count == 32)
      for client in clients { #expect(Set(try ids(client)) == registered) }
    }
  }

  @Test(
    "A file of a newer form is left alone, with a word", arguments: [#"{"version":2}"#, #"{"version":99,"new":[1]}"#])
  func newer(content: String) async throws {
    try await withTemporaryFolder { folder in
      let path = "\(folder)/portal.json"
      let client = try client(folder)
      _ = try client.register()
      try Data(content.utf8).write(to: URL(fileURLWithPath: path))
      #expect(client.send(.get, "/portal/applications").status == 500)
      #expect(try client.register().id.isEmpty)
      let error = #expect(throws: SandboxFolderError.self) { try PortalStore(folder: folder) }
      #expect(error?.description == "\(path) was written by a newer opx; it is not used and not changed")
      #expect(try String(contentsOfFile: path, encoding: .utf8) == content)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["portal.json"])
    }
  }

  @Test("A file of the first version is read as it was written then")
  func firstVersion() async throws {
    try await withTemporaryFolder { folder in
      let text = """
        {"applications":[{"clientID":"app-1","createdAt":"2026-11-01T08:00:00Z","name":"Shop","redirectURIs":[],\
        "scopes":["private"],"secret":{"sha256":"AAAA"}}],"codes":[],"signIns":[],"testUsers":[],"version":1}
        """
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/portal.json"))
      let client = try client(folder)
      #expect(try ids(client) == ["app-1"])
      let second = try client.register()
      #expect(try ids(client) == ["app-1", second.id])
    }
  }
}
