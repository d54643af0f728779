import ExplorerStorage
import Foundation
import OpenPayments
import Synchronization
import Testing

@Suite("Token files", .timeLimit(.minutes(1)))
final class TokenFilesTests {
  private static let now = Date(timeIntervalSince1970: 1_800_000_000)
  private let folder = FileManager.default.temporaryDirectory.path + "/opx-tokens-" + UUID().uuidString

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private var files: TokenFiles { TokenFiles(folder: folder, now: { Self.now }, sleep: { _ in await Task.yield() }) }

  private func key(_ clientID: String = "client-7", secret: String = "s3cret-value") throws -> TokenKey {
    TokenKey(
      auth: try BaseURL("https://auth.test"),
      credentials: Credentials(clientID: clientID, clientSecret: Secret(secret), scopes: ["a", "b"]))
  }

  private func token(_ value: String, expiresIn seconds: TimeInterval = 3600) -> StoredToken {
    StoredToken(
      value: Secret(value), grantedScopes: ["a"], issuedAt: Self.now, expiresAt: Self.now.addingTimeInterval(seconds))
  }

  private func store(_ stored: StoredToken?, _ key: TokenKey) async {
    await files.withToken(for: key) { $0 = stored }
  }

  private func stored(_ key: TokenKey) async -> StoredToken? { await files.withToken(for: key) { $0 } }

  private var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? [] }

  private func tokenFile() throws -> String {
    "\(folder)/" + (try #require(names.first { $0.hasPrefix("token-") && !$0.hasSuffix(".lock") }))
  }

  private func mode(_ path: String) throws -> Int {
    try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
  }

  @Test("what is stored comes back whole, under its own key alone")
  func roundTrip() async throws {
    await store(token("one"), try key())
    #expect(await stored(try key()) == token("one"))
    #expect(await stored(try key("other")) == nil)
    #expect(await stored(try key(secret: "other")) == nil)
    await store(nil, try key())
    #expect(await stored(try key()) == nil)
  }

  @Test("that an end is a guess is kept, and what is kept can be seen while somebody is at it")
  func guess() async throws {
    let (files, key) = (files, try key())
    let guessed = StoredToken(
      value: Secret("one"), grantedScopes: nil, issuedAt: Self.now, expiresAt: Self.now.addingTimeInterval(300),
      isLifetimeAssumed: true)
    #expect(files.kept(for: key) == nil && names.isEmpty)
    await store(guessed, key)
    #expect(await files.withToken(for: key) { _ in files.kept(for: key) } == guessed)
  }

  @Test("folder and files are their owner's alone, and name neither the client nor the secret")
  func privacy() async throws {
    await store(token("one"), try key())
    #expect(try mode(folder) == 0o700)
    for name in names {
      #expect(try mode("\(folder)/\(name)") == 0o600, "\(name)")
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
      let text = name + String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("client-7") && !text.contains("s3cret-value"))
    }
  }

  @Test("a file that others can read, that is damaged, or a link is not trusted, and is replaced")
  func distrust() async throws {
    await store(token("one"), try key())
    let path = try tokenFile()
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    #expect(await stored(try key()) == nil)
    await store(token("two"), try key())
    #expect(try mode(path) == 0o600)
    for damage in ["", "{", "[]", #"{"access_token":1}"#, #"{"access_token":"x","issued_at":1}"#, "\u{0}\u{1}"] {
      try Data(damage.utf8).write(to: URL(fileURLWithPath: path))
      #expect(await stored(try key()) == nil, "\(damage)")
    }
    await store(token("three"), try key())
    try FileManager.default.moveItem(atPath: path, toPath: "\(folder)/elsewhere")
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "\(folder)/elsewhere")
    #expect(await stored(try key()) == nil)
    await store(token("four"), try key())
    #expect(await stored(try key()) == token("four"))
  }

  @Test("without a place to keep them, nothing is stored and nothing fails")
  func noPlace() async throws {
    let nowhere = TokenFiles(folder: "/proc/nowhere/tokens")
    #expect(await nowhere.withToken(for: try key()) { token in token == nil })
  }

  @Test("expired tokens go when another is stored")
  func expiry() async throws {
    await store(token("old", expiresIn: -1), try key("old"))
    await store(token("new"), try key("new"))
    #expect(names.filter { $0.hasPrefix("token-") && !$0.hasSuffix(".lock") }.count == 1)
    #expect(await stored(try key("new")) == token("new"))
  }

  @Test("a token is removed, one that can't be trusted as well, and nothing is made for that")
  func removal() async throws {
    #expect(try await files.removeToken(for: try key()) == false)
    #expect(!FileManager.default.fileExists(atPath: folder))
    for mode in [0o600, 0o644] {
      await store(token("one"), try key())
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: try tokenFile())
      #expect(try await files.removeToken(for: try key("other")) == false)
      #expect(try await files.removeToken(for: try key()))
      #expect(try await files.removeToken(for: try key()) == false)
      #expect(!names.contains { $0.hasPrefix("token-") && !$0.hasSuffix(".lock") })
    }
  }

  @Test("what can't be removed is told, with its place")
  func stuck() async throws {
    await store(token("one"), try key())
    let path = try tokenFile()
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: "\(path)/full", withIntermediateDirectories: true)
    let error = await #expect(throws: OwnFileError.self) { try await files.removeToken(for: try key()) }
    #expect(error?.description == "\(path) is still there (Is a directory); remove it yourself")
    try FileManager.default.removeItem(atPath: folder)
    try Data("file".utf8).write(to: URL(fileURLWithPath: folder))
    let other = await #expect(throws: OwnFileError.self) { try await files.removeToken(for: try key()) }
    #expect(other?.description == "\(folder) is no folder; move it away")
  }

  @Test("one at a time is at a key, and two keys don't wait for each other")
  func exclusive() async throws {
    let files = TokenFiles(folder: folder, patience: .seconds(1_000_000), sleep: { _ in await Task.yield() })
    let (mine, other) = (try key(), try key("other"))
    let inside = Visitors()
    await withTaskGroup { group in
      for number in 0..<20 {
        group.addTask {
          await files.withToken(for: mine) { token in
            inside.enter()
            await files.withToken(for: other) { _ in }
            token = StoredToken(
              value: Secret("\(number)"), grantedScopes: nil, issuedAt: Self.now,
              expiresAt: Self.now.addingTimeInterval(60))
            inside.leave()
          }
        }
      }
    }
    #expect(inside.most == 1)
    #expect(await stored(mine) != nil)
  }

  @Test("whoever waits too long for another goes on alone")
  func patience() async throws {
    let files = files
    let key = try key()
    let seen = await files.withToken(for: key) { _ in
      await files.withToken(for: key) { inner in inner == nil }
    }
    #expect(seen)
  }

  @Test("folders that start together agree on one random key")
  func sameKey() async throws {
    let (files, key) = (files, try key())
    await withTaskGroup { group in
      for _ in 0..<20 { group.addTask { await files.withToken(for: key) { _ in } } }
    }
    #expect(names.filter { $0.hasPrefix("token-") }.count == 1)
    #expect(names.contains("key") && names.count == 2)
  }
}

/// How many are inside at once.
private final class Visitors: Sendable {
  private let counts = Mutex((now: 0, most: 0))

  var most: Int { counts.withLock { $0.most } }

  func enter() { counts.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) } }
  func leave() { counts.withLock { $0.now -= 1 } }
}
