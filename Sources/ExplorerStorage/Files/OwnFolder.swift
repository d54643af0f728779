import Glibc

/// A folder of this user's own. A link to one is as good; what it leads to may be there for something else as well, and keeps
/// its mode. So is one that lies in a folder that a link leads to; whoever could change that could put another in its place.
struct OwnFolder {
  let path: String

  /// The folder that a file is in.
  init(of file: String) {
    let end = file.lastIndex(of: "/")
    path = end == nil ? "." : end == file.startIndex ? "/" : String(file[..<(end ?? file.startIndex)])
  }

  init(_ path: String) { self.path = path }

  /// Makes it when it is missing, and what it lies in, all closed to others.
  ///
  /// - Parameter closes: whether one that is there, and no link, is closed to others, too.
  func make(closes: Bool = true) throws(OwnFileError) {
    var found = try mode()
    if found == nil {
      for folder in way where mkdir(folder, 0o700) != 0 && errno != EEXIST {
        let error = errno
        // Of a folder that is there a system may say something else first, as where nothing can be written.
        var status = stat()
        guard stat(folder, &status) == 0 else { throw OwnFileError(path, .notMade(error)) }
      }
      found = try mode()
    }
    guard let found else { throw OwnFileError(path, .notMade(ENOENT)) }
    guard closes, found & 0o077 != 0, SymbolicLink.target(of: path) == nil else { return }
    if chmod(path, 0o700) != 0 { throw OwnFileError(path, .unwritable(errno)) }
  }

  /// - Throws: ``OwnFileError`` if what is there does not do. A folder that isn't there yet does.
  func check() throws(OwnFileError) { _ = try mode() }

  /// - Throws: ``OwnFileError`` if no file can be put into it, made or not.
  func checkWritable() throws(OwnFileError) {
    if try mode() != nil {
      if access(path, W_OK | X_OK) != 0 { throw OwnFileError(path, .unwritable(errno)) }
    } else if let nearest = way.last(where: { access($0, F_OK) == 0 }), access(nearest, W_OK | X_OK) != 0 {
      throw OwnFileError(path, .notMade(errno))
    }
  }

  /// The folders from the outermost to this one.
  private var way: [String] {
    let ends = path.indices.dropFirst().filter { path[$0] == "/" } + [path.endIndex]
    return ends.map { String(path[..<$0]) }
  }

  /// - Returns: nil if there is none.
  private func mode() throws(OwnFileError) -> mode_t? {
    try checkParent()
    var link = stat()
    guard lstat(path, &link) == 0 else {
      guard errno == ENOENT || errno == ENOTDIR else { throw OwnFileError(path, .unreadable(errno)) }
      if let parent = way.dropLast().first(where: { SymbolicLink.target(of: $0) != nil && access($0, F_OK) != 0 }) {
        throw OwnFileError(parent, .leadsNowhere(SymbolicLink.target(of: parent) ?? ""))
      }
      return nil
    }
    let target = SymbolicLink.target(of: path)
    var status = stat()
    if let target {
      guard SymbolicLink.isTrusted(link) else { throw OwnFileError(path, .leadsToOthers(target)) }
      guard stat(path, &status) == 0 else {
        throw OwnFileError(path, errno == ENOENT ? .leadsNowhere(target) : .unreadable(errno))
      }
    } else {
      status = link
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw OwnFileError(path, .notAFolder) }
    guard status.st_uid == geteuid() else { throw OwnFileError(path, target.map { .leadsToOthers($0) } ?? .foreign) }
    guard target == nil || status.st_mode & 0o022 == 0 else { throw OwnFileError(path, .folderOpenToOthers) }
    return status.st_mode
  }

  /// The system's own links and folders do as well.
  private func checkParent() throws(OwnFileError) {
    var parent = OwnFolder(of: path).path
    while parent.count > 1, parent.hasSuffix("/") { parent.removeLast() }
    var (link, status) = (stat(), stat())
    guard let target = SymbolicLink.target(of: parent), lstat(parent, &link) == 0 else { return }
    guard SymbolicLink.isTrusted(link) else { throw OwnFileError(parent, .leadsToOthers(target)) }
    // What leads nowhere is told by whoever looks for the folder itself.
    guard stat(parent, &status) == 0 else { return }
    guard SymbolicLink.isTrusted(status) else { throw OwnFileError(parent, .leadsToOthers(target)) }
    // Where only the owner of a file can replace it, as in the system's folder for temporary files, nobody else can.
    let isShared = status.st_uid == 0 && status.st_mode & S_ISVTX != 0
    guard isShared || status.st_mode & 0o022 == 0 else { throw OwnFileError(parent, .folderOpenToOthers) }
  }

  /// Has the disk keep which names the folder has; what can't do that is not asked to.
  func flush() throws(OwnFileError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    if fsync(descriptor) != 0, errno == EIO { throw OwnFileError(path, .unwritable(EIO)) }
  }
}
