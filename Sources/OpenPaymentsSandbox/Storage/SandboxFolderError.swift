import Glibc

/// Why what a sandbox keeps could not be read from, or written to, its folder.
public struct SandboxFolderError: Error, Hashable, CustomStringConvertible {
  /// What was tried, for example `open`.
  public let operation: String
  public let path: String
  /// The value of `errno`.
  public let errorNumber: Int32
  /// Whether the file has a form that a newer program gave it. It is not used and not changed.
  public let isNewer: Bool

  init(operation: String, path: String, errorNumber: Int32) {
    (self.operation, self.path, self.errorNumber, isNewer) = (operation, path, errorNumber, false)
  }

  init(newer path: String) {
    (operation, self.path, errorNumber, isNewer) = ("use", path, ENOTSUP, true)
  }

  public var description: String {
    isNewer
      ? "\(path) was written by a newer opx; it is not used and not changed"
      : "cannot \(operation) \(path): \(String(cString: strerror(errorNumber)))"
  }
}
