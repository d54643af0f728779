import Glibc

extension PrivateFolder {
  /// - Throws: ``SandboxFolderError`` if others can change what is in the folder, or can put another in its place where what
  ///   it lies in is a link. A folder that isn't there yet does.
  func check() throws(SandboxFolderError) {
    let path = Self.trimmed(path)
    if let end = path.lastIndex(of: "/"), end > path.startIndex {
      let parent = Self.trimmed(String(path[..<end]))
      if Self.target(of: parent) != nil { try Self.check(parent, isParent: true) }
    }
    try Self.check(path, isParent: false)
  }

  private static func check(_ path: String, isParent: Bool) throws(SandboxFolderError) {
    var (link, status) = (stat(), stat())
    // What is missing, or leads nowhere, is told when it is to be made.
    guard lstat(path, &link) == 0, stat(path, &status) == 0 else { return }
    let trusted: Set<uid_t> = isParent ? [geteuid(), 0] : [geteuid()]
    let target = target(of: path)
    guard trusted.contains(status.st_uid), target == nil || [geteuid(), 0].contains(link.st_uid) else {
      throw SandboxFolderError(
        unusable: path, EACCES,
        target.map { "is a link to \($0), which is not yours; let it lead to your own, or remove it" }
          ?? "belongs to somebody else; move it away, or have it made yours")
    }
    // Where only the owner of a file can replace it, as in the system's folder for temporary files, nobody else can.
    let isShared = isParent && status.st_uid == 0 && status.st_mode & S_ISVTX != 0
    guard isShared || status.st_mode & S_IFMT != S_IFDIR || status.st_mode & 0o022 == 0 else {
      throw SandboxFolderError(
        unusable: path, EACCES,
        "\(target == nil ? "is" : "is a link to") a folder that others can change; chmod go-w \(path)")
    }
  }

  /// What a link says; nil if it is none.
  private static func target(of path: String) -> String? {
    let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
      let count = buffer.baseAddress.map { readlink(path, $0, buffer.count) } ?? -1
      return buffer.prefix(max(count, 0)).map(UInt8.init(bitPattern:))
    }
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }

  private static func trimmed(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? trimmed(String(path.dropLast())) : path
  }
}
