import JSONText

/// Hosts of which somebody has said that secrets may go there, although they may have changed hands.
public struct HostConsents: Sendable {
  private let file: StateFile

  /// - Parameter path: the file; it need not be there.
  public init(path: String) { file = StateFile(path: path) }

  public func read() -> Set<String> { Set(file.read().map(\.0)) }

  public func contains(_ host: String) -> Bool { read().contains(host) }

  /// - Returns: whether it could be kept.
  @discardableResult
  public func add(_ hosts: [String]) -> Bool {
    file.change { members in
      Set(members.map(\.0) + hosts).sorted().map { .init($0, .bool(true)) }
    } == nil
  }
}

extension Paths {
  /// Hosts that secrets may go to although they may have changed hands.
  public var hostConsents: String { "\(state)/allowed-hosts.json" }
}
