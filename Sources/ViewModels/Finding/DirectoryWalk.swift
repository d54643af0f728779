public import FoundationEssentials

/// Reading all of the directory, list by list.
public struct DirectoryWalk: Sendable, Hashable {
  public let startedAt: Date
  /// Calls made, and how many of them failed.
  public internal(set) var made = 0
  public internal(set) var failed = 0
  /// Calls under way or known to be needed.
  public internal(set) var left: Int
  /// Lists of cities still to come, of which nobody knows how many calls they bring.
  public internal(set) var listsLeft: Int

  public var isTotalKnown: Bool { listsLeft == 0 }
  public var total: Int { made + left }

  /// Calls a second so far; nil in the beginning.
  public func rate(at now: Date) -> Double? {
    let elapsed = now.timeIntervalSince(startedAt)
    return made > 0 && elapsed > 0.2 ? Double(made) / elapsed : nil
  }

  /// Seconds; nil while that can't be known.
  public func remaining(at now: Date) -> Double? {
    guard isTotalKnown, let rate = rate(at: now), rate > 0 else { return nil }
    return Double(left) / rate
  }
}

/// How far a walk is.
public struct WalkProgress: Sendable, Hashable {
  public let made: Int
  public let failed: Int
  public let left: Int
  public let listsLeft: Int

  public init(made: Int, failed: Int, left: Int, listsLeft: Int) {
    self.made = made
    self.failed = failed
    self.left = left
    self.listsLeft = listsLeft
  }
}
