import Glibc

/// Why the server could not listen on its port.
public struct SandboxServerError: Error, Hashable, CustomStringConvertible {
  public let port: UInt16
  /// The value of `errno`.
  public let errorNumber: Int32

  public var description: String {
    "cannot listen on port \(port): \(String(cString: strerror(errorNumber)))"
  }
}
