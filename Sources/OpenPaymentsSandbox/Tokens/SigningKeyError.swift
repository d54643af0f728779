import Glibc

/// Why the signing key could not be read from, or written to, its folder.
public struct SigningKeyError: Error, Hashable, CustomStringConvertible {
  /// What was tried, for example `open`.
  public let operation: String
  public let path: String
  /// The value of `errno`.
  public let errorNumber: Int32

  public var description: String {
    "cannot \(operation) \(path): \(String(cString: strerror(errorNumber)))"
  }
}
