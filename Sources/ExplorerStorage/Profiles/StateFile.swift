import Glibc
import JSONText

/// A small JSON object that is one user's, changed by several processes one after the other. It holds no secret. Whatever
/// can't be read counts as empty and is put aside at the next change; what can't be written is forgotten.
struct StateFile: Sendable {
  private static let largest = 1_048_576
  private static let patience = 50
  private static let pollInterval: UInt32 = 20_000

  let path: String

  func read() -> [(String, JSONValue)] {
    guard let bytes = PrivateFile.read(path, limit: Self.largest, isSecret: false) else { return [] }
    let document = JSONDocument(bytes)
    guard document.error == nil, let root = document.root else { return [] }
    return root.members.compactMap { key, value in key.string.map { ($0, value) } }
  }

  /// - Returns: whether it could be written.
  func change(_ make: ([(String, JSONValue)]) -> [JSONOutput.Member]) -> Bool {
    guard PrivateFile.makeFolder(ProfilesFile.folder(of: path)), let lock = lock() else { return false }
    defer { lock.release() }
    let members = read()
    // What somebody's hand or a full disk has spoilt may still be of use to them.
    if members.isEmpty { rename(path, "\(path).damaged") }
    return PrivateFile.write(JSONOutput.object(make(members)).utf8(), to: path)
  }

  private func lock() -> FileLock? {
    for _ in 0..<Self.patience {
      if let lock = FileLock("\(path).lock") { return lock }
      usleep(Self.pollInterval)
    }
    return nil
  }
}
