/// Hosts of which somebody has said that secrets may go there, although they may have changed hands.
public struct HostConsents: Sendable {
  private let path: String

  /// - Parameter path: the file; it need not be there.
  public init(path: String) { self.path = path }

  public func contains(_ host: String) -> Bool { false }

  /// - Returns: whether it could be kept.
  @discardableResult
  public func add(_ hosts: [String]) -> Bool { false }
}
