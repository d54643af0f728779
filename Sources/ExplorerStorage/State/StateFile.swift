import Glibc
import JSONText

/// A small JSON object that is one user's, changed by several processes one after the other. It holds no secret. What is
/// damaged counts as empty and is put aside at the next change; members that nobody here knows stay as they are.
struct StateFile: Sendable {
  private static let largest = 1_048_576
  private static let patience: Duration = .seconds(1)

  let path: String

  /// Nothing where it can't be read.
  func read() -> [(String, JSONValue)] { (try? content()) ?? [] }

  /// - Throws: ``OwnFileError`` if it is there and can't be read, or makes no sense.
  func check() throws(OwnFileError) { if try content() == nil { throw OwnFileError(path, .damaged) } }

  /// - Parameter make: gives the members that are to be set.
  /// - Returns: why it could not be written; nil if it was.
  func change(_ make: ([(String, JSONValue)]) -> [JSONOutput.Member]) -> OwnFileError? {
    do {
      try OwnFolder(of: path).make()
      let lock = try lock()
      defer { lock.release() }
      var members: [(String, JSONValue)] = []
      // What somebody's hand or a full disk has spoilt may still be of use to them.
      do { if let content = try content() { members = content } else { try OwnFile(path).setAside() } } catch
        where error.isDistrust
      { try OwnFile(path).setAside() }
      let new = make(members)
      let kept = members.filter { member in !new.contains { $0.name == member.0 } }
      let all = kept.map { JSONOutput.Member($0.0, .verbatim(Array($0.1.bytes))) } + new
      try OwnFile(path).write(JSONOutput.object(all).utf8())
      return nil
    } catch { return error }
  }

  /// - Returns: nil if it is damaged.
  private func content() throws(OwnFileError) -> [(String, JSONValue)]? {
    try OwnFolder(of: path).check()
    guard let bytes = try OwnFile(path).read(limit: Self.largest, isSecret: false) else { return [] }
    let document = JSONDocument(bytes)
    guard document.error == nil, let root = document.root, root.kind == .object else { return nil }
    return root.members.compactMap { key, value in key.string.map { ($0, value) } }
  }

  private func lock() throws(OwnFileError) -> FileLock {
    let wait = LockWait(.state, longest: Self.patience)
    guard let lock = try FileLock.wait(for: "\(path).lock", wait, sleep: FileLock.sleep) else {
      throw OwnFileError(path, .busy)
    }
    return lock
  }
}
