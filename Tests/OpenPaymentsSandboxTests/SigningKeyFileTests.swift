import Foundation
import Glibc
import Synchronization
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

  @Test(
    "A folder that others can change holds no key, straight, by a link, or in what a link leads to",
    arguments: ["disk", "link", "link/", "parent/sandbox", "parent//sandbox"], [0o777, 0o770])
  func openToOthers(name: String, mode: Int) async throws {
    try await withTemporaryFolder { folder in
      let manager = FileManager.default
      try manager.createDirectory(atPath: "\(folder)/disk", withIntermediateDirectories: false)
      for link in ["link", "parent"] {
        try manager.createSymbolicLink(atPath: "\(folder)/\(link)", withDestinationPath: "\(folder)/disk")
      }
      try manager.setAttributes([.posixPermissions: mode], ofItemAtPath: "\(folder)/disk")
      let error = #expect(throws: SandboxFolderError.self) { try SigningKey.kept(in: "\(folder)/\(name)") }
      #expect(error?.description.contains("a folder that others can change; chmod go-w \(folder)/") == true)
      #expect(throws: SandboxFolderError.self) { try PortalStore(folder: "\(folder)/\(name)") }
      #expect(try manager.contentsOfDirectory(atPath: "\(folder)/disk").isEmpty)
      #expect(try self.mode("\(folder)/disk") == mode)
      try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder)/disk")
      let key = try SigningKey.kept(in: "\(folder)/\(name)")
      #expect(try SigningKey.kept(in: "\(folder)/\(name)").id == key.id)
    }
  }

  @Test(
    "Somebody else's folder holds no key", .enabled(if: geteuid() == 0), arguments: ["theirs", "link", "link/sandbox"])
  func foreign(name: String) async throws {
    try await withTemporaryFolder { folder in
      try FileManager.default.createDirectory(atPath: "\(folder)/theirs", withIntermediateDirectories: false)
      #expect(chown("\(folder)/theirs", 1, 1) == 0)
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/link", withDestinationPath: "\(folder)/theirs")
      #expect(throws: SandboxFolderError.self) { try SigningKey.kept(in: "\(folder)/\(name)") }
      #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/theirs").isEmpty)
    }
  }

  @Test("Whoever finds the folder locked for too long says so")
  func locked() async throws {
    try await withTemporaryFolder { path in
      let folder = PrivateFolder(path: path, patience: .zero)
      let error = #expect(throws: SandboxFolderError.self) {
        try PrivateFolder(path: path).locked { () throws(SandboxFolderError) in
          try SigningKeyFile(folder: folder).loadOrCreate()
        }
      }
      #expect(error?.description == "\(path) is in use by another program; try again when that has ended")
      let key = try SigningKeyFile(folder: folder).loadOrCreate()
      #expect(try SigningKey.kept(in: path).id == key.id)
    }
  }

  @Test("A wait for the folder that lasts longer than a moment is told, and so is its end")
  func told() async throws {
    try await withTemporaryFolder { path in
      let told = Mutex<[Bool]>([])
      let folder = PrivateFolder(
        path: path, patience: .milliseconds(1), moment: .zero,
        onWait: { isWaiting in told.withLock { $0.append(isWaiting) } })
      #expect(throws: SandboxFolderError.self) {
        try PrivateFolder(path: path).locked { () throws(SandboxFolderError) in
          try SigningKeyFile(folder: folder).loadOrCreate()
        }
      }
      #expect(told.withLock { $0 } == [true, false])
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
