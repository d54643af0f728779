public import OpenPayments

/// A call that waits to be made again, with its failed try ready to look at. Made away from the screen's thread, as every
/// ``Inspection``.
public struct PendingRetry: Sendable, Equatable {
  public let wait: RetryWait
  public let inspection: Inspection

  public init(_ wait: RetryWait) {
    self.wait = wait
    inspection = Inspection(wait.exchange)
  }
}
