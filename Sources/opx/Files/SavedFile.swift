import ExplorerStorage
import Glibc

/// A file that a user asked for by name: a new one, whole or not at all, and closed to others. What is there already stays.
enum SavedFile {
  /// - Returns: why it could not be written, as the end of a sentence; nil if it was.
  static func write(_ bytes: [UInt8], to path: String, home: String?) -> String? {
    do { try OwnFile(HomePath.expanded(path, home: home)).create(bytes) } catch { return reason(error) }
    return nil
  }

  /// Why there can't be such a file, as the end of a sentence.
  static func reason(_ error: OwnFileError) -> String {
    switch error.reason {
    case .exists: words(ofOneThere: error.path)
    case .notMade(ENOENT), .notMade(ENOTDIR): "there is no such folder"
    case .notMade(EISDIR): "that is a folder"
    case .notMade(let number), .unwritable(let number): String(cString: strerror(number))
    default: "\(error)"
    }
  }

  private static func words(ofOneThere path: String) -> String {
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return "that is a folder" }
    let isLink = lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    return "a \(isLink ? "link" : "file") of that name is there already"
  }
}
