import ExplorerStorage
public import FoundationEssentials
public import OpenPayments

extension Explorer {
  /// A call asked for in person that is under way.
  public struct PendingCall: Sendable, Hashable {
    public let request: CallRequest
    public let startedAt: Date
    public internal(set) var received: ReceivedCount?
    let askedFrom: Standpoint
  }

  /// How long the call has been under way; nil if none is, or not long enough to be worth saying.
  public var visibleCallWait: TimeInterval? {
    call?.startedAt.visibleWait(at: now)
  }

  /// What the call waits for before it is made again.
  public var callRetry: RetryWait? {
    guard call != nil else { return nil }
    return waits.first { $0.exchange.operation == .get || $0.exchange.operation == .token }
  }

  /// Sends a request under the current profile, in place of one that may be under way.
  mutating func call(_ request: CallRequest) -> [Effect] {
    call = PendingCall(request: request, startedAt: now, askedFrom: standpoint)
    return [.call(profile, request)]
  }

  mutating func cancelCall() -> [Effect] {
    guard call != nil else { return [] }
    call = nil
    notice = Notice("The call was cancelled.")
    return [.cancelCall]
  }

  /// Shows what came of a call to somebody who is where it was asked for, and tells anybody else of it.
  mutating func finish(_ asked: PendingCall, _ outcome: CallOutcome) {
    call = nil
    let isThere = standpoint == asked.askedFrom
    switch outcome {
    case .answered(let inspection) where isThere: pin(inspection, madeUnder: .profile(profile))
    case .answered(let inspection):
      let status = inspection.exchange.status.map { " (\($0))" } ?? ""
      let path = asked.request.path.prefix(60)
      notice = Notice("\(path) has its answer\(status). \(whereabouts(ofCallBy: profile.name))")
    case .failed(let failure):
      if isThere, let inspection = failure.inspection { pin(inspection, madeUnder: .profile(profile)) }
      notice = Notice("\(failure.message) \(failure.suggestion)")
    }
  }
}
