public import FoundationEssentials

/// How a load stands, whatever it loads.
public struct LoadStatus: Sendable, Equatable {
  public private(set) var loadedAt: Date?
  public private(set) var failure: LoadFailure?
  var startedAt: Date?

  init() {}

  init(_ failure: LoadFailure) { self.failure = failure }

  init<Value>(_ load: Load<Value>) {
    loadedAt = load.latest?.at
    failure = load.failure
    startedAt = load.startedAt
  }

  /// How many seconds a load has been under way; nil if none is, or not long enough to be worth saying.
  public func visibleWait(at now: Date) -> TimeInterval? {
    startedAt?.visibleWait(at: now)
  }
}
