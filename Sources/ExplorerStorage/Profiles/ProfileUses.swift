public import FoundationEssentials

/// When each profile was used last, by name; for lists that begin with the most recent.
public struct ProfileUses: Sendable {
  private let path: String

  /// - Parameter path: the file; it need not be there.
  public init(path: String) { self.path = path }

  public func read() -> [String: Date] { [:] }

  /// Whatever can't be written is forgotten.
  public func note(_ name: String, at date: Date) {}
}
