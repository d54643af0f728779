import Glibc

/// Why what a sandbox keeps could not be read from, or written to, its folder.
public struct SandboxFolderError: Error, Hashable, CustomStringConvertible {
  /// What was tried, for example `open`.
  public let operation: String
  public let path: String
  /// The value of `errno`.
  public let errorNumber: Int32

  public var description: String {
    "cannot \(operation) \(path): \(String(cString: strerror(errorNumber)))"
  }
}
