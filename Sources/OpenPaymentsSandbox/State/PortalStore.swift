import FoundationEssentials
import Glibc
import Synchronization

/// What a portal keeps: registered applications, test users, and sign-ins under way. Platforms in one or several processes
/// that keep it in the same folder see each other's changes.
public final class PortalStore: Sendable {
  private struct Memory: Sendable {
    var state = PortalState()
    var version: FileVersion?
  }

  private let folder: PrivateFolder?
  private let onSetAside: @Sendable (String) -> Void
  private let memory = Mutex(Memory())

  private static let fileName = "portal.json"
  /// Bytes. Well above what the limits of the portal let it hold.
  private static let maximumFileSize = 128 << 20

  /// Keeps everything in memory only.
  public init() {
    folder = nil
    onSetAside = { _ in }
  }

  /// Keeps everything in the file `portal.json` (0600) of a folder, which is made when missing (0700). A damaged file is
  /// set aside as `portal.json.damaged`; it is never overwritten. One that a newer program wrote in another form is left
  /// alone, and told as an error, as is a folder that somebody else owns or can change.
  ///
  /// - Parameter onSetAside: is told where a damaged file is now.
  public init(
    folder: String, onWait: @escaping FolderWait = { _ in }, onSetAside: @escaping @Sendable (String) -> Void = { _ in }
  ) throws(SandboxFolderError) {
    let folder = PrivateFolder(path: folder, onWait: onWait)
    try folder.make()
    try PrivateFolder.check(access(folder.path, R_OK | W_OK | X_OK), "use", folder.path)
    self.folder = folder
    self.onSetAside = onSetAside
    _ = try state(at: Date())
  }

  /// The state as of now, without what has expired.
  func state(at now: Date) throws(SandboxFolderError) -> PortalState {
    var state = try memory.withLock { memory throws(SandboxFolderError) in
      if let folder, try !Self.refresh(&memory, folder) {
        try folder.locked { () throws(SandboxFolderError) in try repair(&memory, folder) }
      }
      return memory.state
    }
    state.prune(at: now)
    return state
  }

  /// Changes the state as one step, of which all platforms see everything or nothing.
  func update<Result: Sendable>(
    at now: Date, _ change: (inout PortalState) -> Result
  ) throws(SandboxFolderError) -> Result {
    try memory.withLock { memory throws(SandboxFolderError) in
      guard let folder else {
        memory.state.prune(at: now)
        return change(&memory.state)
      }
      return try folder.locked { () throws(SandboxFolderError) in
        try repair(&memory, folder)
        var state = memory.state
        state.prune(at: now)
        let result = change(&state)
        guard state != memory.state else { return result }
        guard let bytes = state.encoded() else {
          throw SandboxFolderError(operation: "write", path: folder.path(of: Self.fileName), errorNumber: EINVAL)
        }
        try folder.replace(Self.fileName, with: bytes)
        memory = Memory(state: state, version: FileVersion(folder.path(of: Self.fileName)))
        return result
      }
    }
  }

  /// Reads the file if it is not the one last read; `false` if it is damaged.
  private static func refresh(_ memory: inout Memory, _ folder: PrivateFolder) throws(SandboxFolderError) -> Bool {
    let version = FileVersion(folder.path(of: fileName))
    if version == memory.version { return true }
    guard let bytes = try folder.read(fileName, limit: maximumFileSize) else {
      memory = Memory()
      return true
    }
    let content: [UInt8]
    switch PortalFileForm.content(of: bytes) {
    case .current(let bytes): content = bytes
    case .newer: throw SandboxFolderError(newer: folder.path(of: fileName))
    case .damaged: return false
    }
    guard let state = PortalState(content) else { return false }
    memory = Memory(state: state, version: version)
    return true
  }

  /// Like ``refresh(_:_:)``, but sets a damaged file aside. Only under the folder's lock.
  private func repair(_ memory: inout Memory, _ folder: PrivateFolder) throws(SandboxFolderError) {
    if try Self.refresh(&memory, folder) { return }
    onSetAside(try folder.setAside(Self.fileName))
    memory = Memory()
  }
}
