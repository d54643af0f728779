public import FoundationEssentials
public import OpenPayments

/// A call that somebody asks for in person.
public struct CallRoom: Sendable, Equatable {
  typealias Turn = ViewModels.Turn<Work, Call, Outcome>

  public enum Work: Sendable, Hashable {
    case cancel
  }

  public enum Call: Sendable, Hashable {
    /// In place of one that may be under way.
    case get(CallRequest)
  }

  enum Outcome {
    case show(Inspection)
    /// An answer came that is not shown, with these words.
    case missed(String)
  }

  public enum News: Sendable {
    /// So much of the answer has come.
    case received(ReceivedCount)
    case answered(CallOutcome)
  }

  /// A call that is under way.
  public struct Pending: Sendable, Hashable {
    public let request: CallRequest
    public let startedAt: Date
    public fileprivate(set) var received: ReceivedCount?
    fileprivate let askedFrom: Standpoint
  }

  public private(set) var pending: Pending?

  /// What the call waits for before it is made again.
  public func retry(in session: Session) -> RetryWait? {
    pending == nil ? nil : session.waits.first { [.get, .token].contains($0.exchange.operation) }
  }

  /// Sends a request, in place of one that may be under way.
  mutating func send(_ request: CallRequest, in world: World) -> Turn {
    pending = Pending(request: request, startedAt: world.now, askedFrom: world.standpoint)
    return .call(.get(request), as: world.caller)
  }

  mutating func cancel() -> Turn {
    guard pending != nil else { return .done }
    pending = nil
    return .work(.cancel).saying("The call was cancelled.")
  }

  /// Nobody agreed to it.
  mutating func decline() { pending = nil }

  /// Shows what came to somebody who is where it was asked for, and tells anybody else of it.
  mutating func take(_ news: News, in world: World) -> Turn {
    guard let asked = pending else { return .done }
    switch news {
    case .received(let count):
      pending?.received = count
      return .done
    case .answered(let outcome):
      pending = nil
      return show(outcome, of: asked, isThere: world.standpoint == asked.askedFrom)
    }
  }

  private func show(_ outcome: CallOutcome, of asked: Pending, isThere: Bool) -> Turn {
    switch outcome {
    case .answered(let inspection) where isThere: return .tell(.show(inspection))
    case .answered(let inspection):
      let status = inspection.exchange.status.map { " (\($0))" } ?? ""
      return .tell(.missed("\(asked.request.path.prefix(60)) has its answer\(status)."))
    case .failed(let failure):
      let shown = isThere ? failure.inspection.map { Turn.tell(.show($0)) } : nil
      return (shown ?? .done).saying("\(failure.message) \(failure.suggestion)")
    }
  }
}
