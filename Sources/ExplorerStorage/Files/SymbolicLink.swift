import Glibc

/// Links as the file system has them.
enum SymbolicLink {
  private static let mostSteps = 16

  /// What the link says; nil if it is none.
  static func target(of path: String) -> String? {
    let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
      let count = buffer.baseAddress.map { readlink(path, $0, buffer.count) } ?? -1
      return buffer.prefix(max(count, 0)).map(UInt8.init(bitPattern:))
    }
    return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
  }

  /// The system's links lead where it wants; nobody else's may lead a user's files anywhere.
  static func isTrusted(_ link: stat) -> Bool { link.st_uid == geteuid() || link.st_uid == 0 }

  /// What a path leads to in the end, there or not; the path itself where it is no link.
  static func end(of path: String) throws(OwnFileError) -> String {
    var place = path
    for _ in 0..<mostSteps {
      var status = stat()
      guard lstat(place, &status) == 0, status.st_mode & S_IFMT == S_IFLNK, let next = target(of: place) else {
        return place
      }
      guard isTrusted(status) else { throw OwnFileError(path, .leadsToOthers(next)) }
      place = next.hasPrefix("/") ? next : "\(OwnFolder(of: place).path)/\(next)"
    }
    throw OwnFileError(path, .unreadable(ELOOP))
  }
}
