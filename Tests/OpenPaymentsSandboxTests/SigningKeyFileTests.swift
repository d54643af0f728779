import Foundation
import Testing

@testable import OpenPaymentsSandbox

@Suite("Signing key file", .timeLimit(.minutes(1)))
struct SigningKeyFileTests {
  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test("The key is made once, and found again; nobody else can read it")
  func keptKey() async throws {
    try await withTemporaryFolder { parent in
      let folder = "\(parent)/state/opx/sandbox"
      let key = try SigningKey.kept(in: folder)
      #expect(try SigningKey.kept(in: folder).id == key.id)
      #expect(try mode(folder) == 0o700)
      #expect(try mode("\(folder)/signing-key.pem") == 0o600)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["signing-key.pem"])
    }
  }

  @Test("A key that others could read is closed to them")
  func repairedMode() async throws {
    try await withTemporaryFolder { folder in
      let key = try SigningKey.kept(in: folder)
      let path = "\(folder)/signing-key.pem"
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
      #expect(try SigningKey.kept(in: folder).id == key.id)
      #expect(try mode(path) == 0o600)
    }
  }

  @Test("A token of one platform is accepted by another with the same folder")
  func sharedFolder() async throws {
    try await withTemporaryFolder { folder in
      let token = try TestClient(signingKey: try .kept(in: folder)).token("aspspinformation private")
      let other = TestClient(signingKey: try .kept(in: folder))
      #expect(other.get("/psd2/aspspinformation/v1/countries", token: token).status == 200)
    }
  }

  @Test("Many that begin at the same moment get the same key", arguments: [false, true])
  func race(damaged: Bool) async throws {
    try await withTemporaryFolder { parent in
      let folder = "\(parent)/new"
      if damaged {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        try Data("junk".utf8).write(to: URL(fileURLWithPath: "\(folder)/signing-key.pem"))
      }
      let ids = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 0..<16 { group.addTask { try SigningKey.kept(in: folder).id } }
        return try await group.reduce(into: Set()) { $0.insert($1) }
      }
      #expect(ids.count == 1)
      #expect(try SigningKey.kept(in: folder).id == ids.first)
    }
  }

  @Test(
    "A damaged key is set aside and replaced",
    arguments: [
      "", "junk", "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n", String(repeating: "x", count: 99_999),
    ])
  func damaged(content: String) async throws {
    try await withTemporaryFolder { folder in
      let path = "\(folder)/signing-key.pem"
      try Data(content.utf8).write(to: URL(fileURLWithPath: path))
      let key = try SigningKey.kept(in: folder)
      #expect(try SigningKey.kept(in: folder).id == key.id)
      #expect(try Data(contentsOf: URL(fileURLWithPath: "\(path).damaged")) == Data(content.utf8))
      #expect(try mode(path) == 0o600)
    }
  }

  @Test("What is in the way is named: a symbolic link, a folder, a file in the folder's place")
  func inTheWay() async throws {
    try await withTemporaryFolder { folder in
      let manager = FileManager.default
      try manager.createSymbolicLink(atPath: "\(folder)/signing-key.pem", withDestinationPath: "\(folder)/elsewhere")
      #expect(throws: SandboxFolderError.self) { try SigningKey.kept(in: folder) }
      try manager.removeItem(atPath: "\(folder)/signing-key.pem")
      try manager.createDirectory(atPath: "\(folder)/signing-key.pem", withIntermediateDirectories: false)
      #expect(throws: SandboxFolderError.self) { try SigningKey.kept(in: folder) }
      try Data().write(to: URL(fileURLWithPath: "\(folder)/file"))
      let error = #expect(throws: SandboxFolderError.self) { try SigningKey.kept(in: "\(folder)/file/sandbox") }
      #expect(error?.description.contains("\(folder)/file") == true)
    }
  }
}
