import Foundation
import Glibc
import OpenPayments
import Synchronization
import Testing

@testable import ExplorerStorage

@Suite("Locks between processes", .timeLimit(.minutes(1)))
struct LockTests {
  private let folder = Folder()

  private func key() throws -> TokenKey {
    TokenKey(
      auth: try BaseURL("https://auth.test"),
      credentials: Credentials(clientID: "c", clientSecret: Secret("s3cret"), scopes: []))
  }

  private static func token(_ value: String) -> StoredToken {
    StoredToken(value: Secret(value), grantedScopes: nil, issuedAt: Date(), expiresAt: Date() + 60)
  }

  /// Makes a token's file and so its lock's name known.
  private func lockOfToken(_ recorder: Recorder) async throws -> String {
    await recorder.tokens(folder.path("tokens")).withToken(for: try key()) { $0 = Self.token("kept") }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("tokens"))
    return folder.path("tokens/" + (try #require(names.first { $0.hasSuffix(".lock") })))
  }

  @Test("only a lock that somebody holds is held; any other that can't be had says why, at once")
  func attempt() throws {
    let path = folder.path("a.lock")
    let lock = try #require(try FileLock.attempt(path))
    #expect(try FileLock.attempt(path) == nil)
    lock.release()
    try #require(try FileLock.attempt(path)).release()
    try FileManager.default.createDirectory(atPath: folder.path("folder.lock"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: folder.path("link.lock"), withDestinationPath: path)
    for (name, words) in [
      ("none/a.lock", "can't be made (No such file or directory)"), ("folder.lock", "is no regular file; move it away"),
      ("link.lock", "is a link, which is not followed"), ("a.lock/b.lock", "can't be made (Not a directory)"),
    ] {
      let error = #expect(throws: OwnFileError.self) { try FileLock.attempt(folder.path(name)) }
      #expect(error?.description == "\(folder.path(name)) \(words)")
    }
  }

  @Test("a held token lock is waited for 15 seconds, which is told, and so is going on without it")
  func heldToken() async throws {
    let recorder = Recorder()
    let lock = try #require(try FileLock.attempt(try await lockOfToken(recorder)))
    defer { lock.release() }
    #expect(await recorder.tokens(folder.path("tokens")).withToken(for: try key()) { $0?.value } == Secret("kept"))
    let wait = LockWait(.token, longest: .seconds(15))
    #expect(recorder.slept == .seconds(15) && recorder.events == [.began(wait), .givenUp(wait)])
    #expect(
      recorder.events.map(\.message) == [
        "another opx is fetching a token; waiting up to 15 s",
        "another opx is fetching a token, still after 15 s; going on without it",
      ])
    #expect(recorder.troubles.isEmpty)
  }

  @Test("a wait ends when its holder does, and one of less than a second is not told", arguments: [0.5, 3])
  func released(seconds: Double) async throws {
    let recorder = Recorder()
    let lock = try #require(try FileLock.attempt(try await lockOfToken(recorder)))
    recorder.after(.seconds(seconds)) { lock.release() }
    #expect(await recorder.tokens(folder.path("tokens")).withToken(for: try key()) { $0?.value } == Secret("kept"))
    let wait = LockWait(.token, longest: .seconds(15))
    #expect(recorder.slept == .seconds(seconds))
    #expect(recorder.events == (seconds < 1 ? [] : [.began(wait), .ended(wait)]))
  }

  @Test("a token lock that can't be had is not waited for: the token is used and kept, and why is told")
  func impossibleToken() async throws {
    let recorder = Recorder()
    let path = try await lockOfToken(recorder)
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let files = recorder.tokens(folder.path("tokens"))
    await files.withToken(for: try key()) { $0 = Self.token("new") }
    #expect(files.kept(for: try key())?.value == Secret("new"))
    #expect(recorder.slept == .zero && recorder.events.isEmpty)
    #expect(recorder.troubles == [OwnFileError(path, .notAFile)])
    #expect(try await files.removeToken(for: try key()))
    let nowhere = recorder.tokens("/proc/nowhere/tokens")
    await nowhere.withToken(for: try key()) { _ in }
    #expect(recorder.slept == .zero && recorder.troubles.count == 2)
  }

  @Test("profiles.yaml is waited for 5 seconds while another one changes it, which is told; then nothing is changed")
  func heldProfiles() throws {
    let recorder = Recorder()
    let store = recorder.profiles(folder)
    let lock = try #require(try FileLock.attempt(folder.path("profiles.yaml.lock")))
    let error = #expect(throws: ConfigurationError.self) { try store.apply(.setDefault(name: "sandbox")) }
    #expect(
      error?.description == "\(folder.path("profiles.yaml")) is in use by another opx; try again when that is done")
    let wait = LockWait(.profiles, longest: .seconds(5))
    #expect(recorder.slept == .seconds(5) && recorder.events == [.began(wait), .givenUp(wait)])
    #expect(recorder.events.map(\.message) == ["another opx is changing profiles.yaml; waiting up to 5 s", nil])
    lock.release()
    #expect(try store.apply(.setDefault(name: "sandbox")).defaultName == "sandbox")
  }

  @Test("a lock of profiles.yaml that can't be had says so at once")
  func impossibleProfiles() throws {
    let recorder = Recorder()
    let path = folder.path("profiles.yaml.lock")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let error = #expect(throws: ConfigurationError.self) {
      try recorder.profiles(folder).apply(.setDefault(name: "sandbox"))
    }
    #expect(error?.description == "\(path) is no regular file; move it away" && recorder.slept == .zero)
    let nowhere = ProfileStore(path: "/proc/nowhere/opx/profiles.yaml", secrets: folder.path("secrets"))
    let other = #expect(throws: ConfigurationError.self) { try nowhere.apply(.setDefault(name: nil)) }
    #expect(other?.description == "/proc/nowhere/opx can't be made (No such file or directory)")
  }

  @Test("the history is written and marks are told where there can be no lock")
  func impossibleOthers() async throws {
    for name in ["history.sqlite.lock", "places.json.lock"] {
      try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: true)
    }
    let history = HistoryStore(path: folder.path("history.sqlite"))
    try await history.write(.sample())
    #expect(try await history.ids().count == 1)
    let problem = PlacesFile(path: folder.path("places.json")).setMark("a", "se")
    #expect(problem?.description == "\(folder.path("places.json.lock")) is no regular file; move it away")
  }
}

/// What is told of locks, and a clock that moves only while somebody sleeps.
private final class Recorder: Sendable {
  private struct State {
    var events: [LockEvent] = []
    var troubles: [OwnFileError] = []
    var slept: Duration = .zero
    var due: (time: Duration, work: @Sendable () -> Void)?
  }

  private let state = Mutex(State())

  var events: [LockEvent] { state.withLock { $0.events } }
  var troubles: [OwnFileError] { state.withLock { $0.troubles } }
  var slept: Duration { state.withLock { $0.slept } }

  func after(_ time: Duration, _ work: @escaping @Sendable () -> Void) { state.withLock { $0.due = (time, work) } }

  func tokens(_ folder: String) -> TokenFiles {
    TokenFiles(
      folder: folder, sleep: sleep, onLock: note,
      onTrouble: { problem in self.state.withLock { $0.troubles.append(problem) } })
  }

  func profiles(_ folder: Folder) -> ProfileStore {
    ProfileStore(
      path: folder.path("profiles.yaml"), secrets: folder.path("secrets"), onLock: note, sleep: sleep)
  }

  @Sendable private func note(_ event: LockEvent) { state.withLock { $0.events.append(event) } }

  @Sendable private func sleep(_ time: Duration) {
    let work = state.withLock { state in
      state.slept += time
      guard let due = state.due, state.slept >= due.time else { return nil as (@Sendable () -> Void)? }
      state.due = nil
      return due.work
    }
    work?()
  }
}
