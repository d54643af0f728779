import Synchronization

/// A reading of the whole directory: every country, city and ASPSP with its details.
///
/// It calls only as fast as its elements are taken. A call that fails becomes an element and does not end it, unless
/// going on makes no sense: refused credentials, no list of countries, or ``mostFailuresInARow`` calls without an
/// answer. Then it throws ``OpenPaymentsError``, and ``checkpoint`` says where it stands. It can be read once.
public final class DirectoryReading: AsyncSequence, Sendable {
  /// What a reading brings.
  public typealias Element = DirectoryStep

  /// So many calls one after another that bring no answer end a reading.
  public static let mostFailuresInARow = 10

  private let client: OpenPaymentsClient
  private let parallelCalls: Int
  private let plan: Mutex<DirectoryPlan>

  init(_ client: OpenPaymentsClient, _ plan: DirectoryPlan, parallelCalls: Int) {
    self.client = client
    self.plan = Mutex(plan)
    self.parallelCalls = Swift.max(parallelCalls, 1)
  }

  /// Where the reading stands: what is still to be called, failed calls included.
  public var checkpoint: DirectoryCheckpoint { plan.withLock { $0.checkpoint } }

  /// Begins to read.
  public func makeAsyncIterator() -> Iterator { Iterator(Session(self)) }

  /// Takes one element after another. When it goes, calls under way are cancelled.
  public struct Iterator: AsyncIteratorProtocol {
    private let session: Session

    fileprivate init(_ session: Session) { self.session = session }

    /// The next element, or nil when everything is read.
    public mutating func next() async throws(OpenPaymentsError) -> DirectoryStep? { try await session.next() }
  }

  /// The state of one iteration.
  fileprivate final class Session {
    private typealias Outcome = (call: DirectoryCall, result: Result<DirectoryPlan.Found, OpenPaymentsError>)

    private let reading: DirectoryReading
    private let inbox: AsyncStream<Outcome>.Continuation
    private var outcomes: AsyncStream<Outcome>.Iterator
    private var underWay: [DirectoryCall: Task<Void, Never>] = [:]
    private var ready: ArraySlice<DirectoryStep.Item> = []
    private var failuresInARow = 0
    private var hasEnded = false

    init(_ reading: DirectoryReading) {
      self.reading = reading
      let (stream, inbox) = AsyncStream.makeStream(of: Outcome.self)
      self.inbox = inbox
      outcomes = stream.makeAsyncIterator()
    }

    deinit { for task in underWay.values { task.cancel() } }

    func next() async throws(OpenPaymentsError) -> DirectoryStep? {
      while !hasEnded {
        if let item = ready.popFirst() {
          return DirectoryStep(item: item, progress: reading.plan.withLock { $0.progress })
        }
        startCalls()
        guard !underWay.isEmpty else {
          hasEnded = true
          break
        }
        guard let outcome = await outcomes.next(isolation: nil), !Task.isCancelled else {
          throw end(OpenPaymentsError(.cancelled, operation: .countries))
        }
        underWay[outcome.call] = nil
        switch outcome.result {
        case .success(let found):
          failuresInARow = 0
          ready = reading.plan.withLock { $0.succeed(outcome.call, found) }[...]
        case .failure(let error):
          failuresInARow = error.isWithoutAnswer ? failuresInARow + 1 : 0
          reading.plan.withLock { $0.fail(outcome.call) }
          if error.endsReading || outcome.call == .countries || failuresInARow >= mostFailuresInARow {
            throw end(error)
          }
          ready = [.failed(outcome.call, error)]
        }
      }
      return nil
    }

    private func end(_ error: OpenPaymentsError) -> OpenPaymentsError {
      hasEnded = true
      for task in underWay.values { task.cancel() }
      return error
    }

    private func startCalls() {
      while underWay.count < reading.parallelCalls, let call = reading.plan.withLock({ $0.next() }) {
        underWay[call] = Task { [client = reading.client, inbox] in
          do throws(OpenPaymentsError) {
            inbox.yield((call, .success(try await client.find(call))))
          } catch {
            inbox.yield((call, .failure(error)))
          }
        }
      }
    }
  }
}

extension OpenPaymentsError {
  fileprivate var isWithoutAnswer: Bool {
    switch kind {
    case .unreachable, .tryLater: true
    default: false
    }
  }

  /// Whether no other call could fare better.
  fileprivate var endsReading: Bool {
    switch kind {
    case .credentialsRefused, .scopeRefused, .tokenRefused, .cancelled: true
    default: operation == .token
    }
  }
}
