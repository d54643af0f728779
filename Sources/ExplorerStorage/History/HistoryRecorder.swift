public import FoundationEssentials
public import OpenPayments
import Synchronization

/// Takes in exchanges as they happen and writes them in the background, in order, as many at a time as wait.
///
/// Nothing here holds up a call: recording is an append, and what can't be written is told once and otherwise lost.
public final class HistoryRecorder: Sendable {
  /// Bodies that wait for a slow disk may take so many bytes; beyond that their length remains.
  private static let waitingLimit = 64 * 1024 * 1024
  private static let batch = 200

  private struct State {
    var waiting: [HistoryEntry] = []
    var waitingBytes = 0
    var writing: Task<Void, Never>?
    var failure: HistoryError?
    var setAside: String?
  }

  /// The history that is written to.
  public let store: HistoryStore
  /// What happens to the history in this run; for one listener.
  public let events: AsyncStream<HistoryEvent>

  public let settings: HistorySettings
  private let run: UUID
  private let tell: AsyncStream<HistoryEvent>.Continuation
  private let state = Mutex(State())

  /// - Parameter run: tells the exchanges of this run from those of others.
  public init(store: HistoryStore, settings: HistorySettings, run: UUID) {
    self.store = store
    self.settings = settings
    self.run = run
    (events, tell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(64))
  }

  /// Takes in one exchange, unless the profile's are not to be kept. May be called from anywhere, and never waits.
  public func record(_ exchange: Exchange, as profile: String) {
    guard settings.keeps(profile) else { return }
    state.withLock { state in
      let isTooMuch = state.waitingBytes + exchange.body.count > Self.waitingLimit && !state.waiting.isEmpty
      let kept = isTooMuch ? exchange.withoutBody() : exchange
      state.waiting.append(HistoryEntry(kept, profile: profile, run: run))
      state.waitingBytes += kept.body.count
      if state.writing == nil { state.writing = Task(priority: .utility) { await self.writeAll() } }
    }
  }

  /// Waits until all that was recorded is written, but no longer than this.
  ///
  /// - Parameter onLock: is told if that takes longer than a moment.
  /// - Returns: whether all is written that can be.
  @discardableResult
  public func finish(within limit: Duration = .seconds(2), onLock: @escaping LockListener = { _ in }) async -> Bool {
    guard let writing = state.withLock({ $0.writing }) else { return true }
    let telling = Task {
      try await Task.sleep(for: LockAttempts.moment)
      onLock(.began(LockWait(.history, longest: limit)))
    }
    defer { telling.cancel() }
    let (ends, end) = AsyncStream.makeStream(of: Void.self)
    Task {
      await writing.value
      end.finish()
    }
    Task {
      try? await Task.sleep(for: limit)
      end.finish()
    }
    // In a task of its own, since the caller's may be cancelled: the end of a run is when this is needed most.
    await Task { for await _ in ends {} }.value
    return state.withLock { $0.writing == nil }
  }

  /// What went wrong in this run, the first time that it did.
  public var troubles: [HistoryEvent] {
    state.withLock { [$0.setAside.map(HistoryEvent.setAside), $0.failure.map(HistoryEvent.failed)].compactMap { $0 } }
  }

  private func writeAll() async {
    while let batch = nextBatch() {
      do {
        try await store.write(batch)
        tell.yield(.written)
      } catch {
        note(\.failure, error) { .failed($0) }
      }
      if let name = await store.setAside { note(\.setAside, name) { .setAside($0) } }
    }
  }

  /// Tells something that is told once.
  private func note<Fact>(_ place: WritableKeyPath<State, Fact?>, _ fact: Fact, _ event: (Fact) -> HistoryEvent) {
    let isFirst = state.withLock { state in
      guard state[keyPath: place] == nil else { return false }
      state[keyPath: place] = fact
      return true
    }
    if isFirst { tell.yield(event(fact)) }
  }

  /// - Returns: nil when nothing waits; then the next exchange starts a new task.
  private func nextBatch() -> [HistoryEntry]? {
    state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.writing = nil
        return nil
      }
      let batch = Array(state.waiting.prefix(Self.batch))
      state.waiting.removeFirst(batch.count)
      state.waitingBytes -= batch.reduce(0) { $0 + $1.exchange.body.count }
      return batch
    }
  }
}

/// Something that happened to the history.
public enum HistoryEvent: Sendable, Hashable {
  /// New exchanges are there.
  case written
  /// They can't be written; told once a run.
  case failed(HistoryError)
  /// The file that was there is damaged or something else, and has this name now.
  case setAside(String)

  /// What somebody should know of it, in one line without a full stop; nil for what is as it should be.
  public var message: String? {
    switch self {
    case .written: nil
    case .failed(let error): "the history is not written: \(error)"
    case .setAside(let name): "the history file could not be used; it is kept as \(name), and a new one is begun"
    }
  }
}
