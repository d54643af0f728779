import ExplorerStorage
import Glibc

/// A file that a user asked for by name. What is there already stays.
enum SavedFile {
  /// - Returns: why it could not be written, as the end of a sentence; nil if it was.
  static func write(_ bytes: [UInt8], to path: String, home: String?) -> String? {
    let path = HomePath.expanded(path, home: home)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      guard errno == EEXIST else { return String(cString: strerror(errno)) }
      var status = stat()
      let isFolder = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      return isFolder ? "that is a folder" : "a file of that name is there already"
    }
    let error = FileDescriptor.write(bytes, to: descriptor)
    close(descriptor)
    guard error != 0 else { return nil }
    unlink(path)
    return String(cString: strerror(error))
  }
}
