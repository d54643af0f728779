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

  /// Says more than the number does; nil if nothing has to.
  private let words: String?

  init(operation: String, path: String, errorNumber: Int32) {
    (self.operation, self.path, self.errorNumber, isNewer) = (operation, path, errorNumber, false)
    words = nil
  }

  init(newer path: String) {
    (operation, self.path, errorNumber, isNewer) = ("use", path, ENOTSUP, true)
    words = "was written by a newer opx; it is not used and not changed"
  }

  /// - Parameter words: what is wrong with the folder, and what to do about it, after its path.
  init(unusable path: String, _ errorNumber: Int32, _ words: String) {
    (operation, self.path, self.errorNumber, isNewer) = ("use", path, errorNumber, false)
    self.words = words
  }

  public var description: String {
    words.map { "\(path) \($0)" } ?? "cannot \(operation) \(path): \(String(cString: strerror(errorNumber)))"
  }
}
