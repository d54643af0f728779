import FoundationEssentials
import Glibc

/// A file of this user's own: written as a whole or not at all, and not trusted if others could change it.
///
/// A link keeps leading where it leads, as long as that is this user's: what it leads to is read and written.
package struct OwnFile {
  package let path: String
  let followsLinks: Bool

  package init(_ path: String, followsLinks: Bool = true) {
    self.path = path
    self.followsLinks = followsLinks
  }

  /// - Parameter isSecret: whether others must not even be able to read it; they never may write it.
  /// - Returns: nil if there is no such file.
  func read(limit: Int, isSecret: Bool = true) throws(OwnFileError) -> [UInt8]? {
    let place = try place()
    let descriptor = open(place, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT where place == path, ENOTDIR: return nil
      case ENOENT: throw OwnFileError(path, .leadsNowhere(place))
      case ELOOP: throw OwnFileError(path, .link)
      default: throw OwnFileError(path, .unreadable(errno))
      }
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw OwnFileError(path, .unreadable(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw OwnFileError(path, .notAFile) }
    guard status.st_uid == geteuid() else {
      throw OwnFileError(path, place == path ? .foreign : .leadsToOthers(place))
    }
    guard status.st_mode & (isSecret ? 0o077 : 0o022) == 0 else { throw OwnFileError(path, .openToOthers) }
    do throws(FileDescriptor.Failure) {
      if let bytes = try FileDescriptor.read(descriptor, limit: limit) { return bytes }
    } catch {
      throw OwnFileError(path, .unreadable(error.number))
    }
    throw OwnFileError(path, .tooLarge(limit))
  }

  /// Puts a new file, closed to others, in place of the one that had the name, if any.
  func write(_ bytes: [UInt8]) throws(OwnFileError) {
    let place = try place()
    try checkReplaceable(place)
    let draft = try Draft(for: place)
    try draft.write(bytes)
    try draft.replace()
  }

  /// Makes a new file, closed to others; never in place of anything.
  package func create(_ bytes: [UInt8]) throws(OwnFileError) {
    let draft = try draft()
    try draft.write(bytes)
    try draft.publish()
  }

  /// A new file on its way, for what comes in pieces: by then it is known that there can be one.
  package func draft() throws(OwnFileError) -> Draft {
    var status = stat()
    guard lstat(path, &status) != 0 else { throw OwnFileError(path, .exists) }
    guard errno == ENOENT || errno == ENOTDIR else { throw OwnFileError(path, .notMade(errno)) }
    guard path.last != "/" else { throw OwnFileError(path, .notMade(EISDIR)) }
    return try Draft(for: path)
  }

  /// - Returns: whether there was one.
  @discardableResult
  func remove() throws(OwnFileError) -> Bool {
    guard unlink(path) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return false }
      throw OwnFileError(path, .unremovable(errno))
    }
    try? OwnFolder(of: path).flush()
    return true
  }

  /// What the file holds; made first if there is none that can be trusted. Processes that start together get the same.
  func kept(count: Int, make: () -> [UInt8]) throws(OwnFileError) -> [UInt8] {
    if let bytes = try trusted(count: count) { return bytes }
    do { try create(make()) } catch  where error.reason == .exists {
      if let bytes = try trusted(count: count) { return bytes }
      try write(make())
    }
    guard let bytes = try read(limit: count), bytes.count == count else { throw OwnFileError(path, .unreadable(EIO)) }
    return bytes
  }

  private func trusted(count: Int) throws(OwnFileError) -> [UInt8]? {
    do {
      let bytes = try read(limit: count)
      return bytes?.count == count ? bytes : nil
    } catch  where error.isDistrust || error.reason == .foreign { return nil }
  }

  /// Puts the file under a name that is free: `.damaged`, `.damaged-2` and so on.
  func setAside() throws(OwnFileError) {
    let place = try place()
    var (target, number) = ("\(place).damaged", 1)
    var status = stat()
    while lstat(target, &status) == 0 {
      number += 1
      target = "\(place).damaged-\(number)"
    }
    guard rename(place, target) == 0 || errno == ENOENT else { throw OwnFileError(path, .unwritable(errno)) }
  }

  /// Where the file is, or is to be.
  private func place() throws(OwnFileError) -> String { followsLinks ? try SymbolicLink.end(of: path) : path }

  private func checkReplaceable(_ place: String) throws(OwnFileError) {
    var status = stat()
    guard lstat(place, &status) == 0 else {
      if errno == ENOENT, place != path, lstat(OwnFolder(of: place).path, &status) != 0 {
        throw OwnFileError(path, .leadsNowhere(place))
      }
      return
    }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG || kind == S_IFLNK else { throw OwnFileError(path, .notAFile) }
    guard place == path || status.st_uid == geteuid() else { throw OwnFileError(path, .leadsToOthers(place)) }
  }
}
