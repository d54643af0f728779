/// Tries at a lock, one after the other, for as long as somebody else holds it and patience lasts.
struct LockAttempts {
  /// How long to pause between two of them.
  static let pause: Duration = .milliseconds(20)
  /// What nobody notices.
  static let moment: Duration = .seconds(1)

  private let path: String
  private let wait: LockWait
  private let tell: LockListener
  private var waited: Duration = .zero

  init(_ path: String, _ wait: LockWait, tell: @escaping LockListener) {
    (self.path, self.wait, self.tell) = (path, wait, tell)
  }

  enum Outcome {
    case had(FileLock)
    /// To be tried again after a pause.
    case held
    case givenUp
  }

  mutating func next() throws(OwnFileError) -> Outcome {
    let lock: FileLock?
    do { lock = try FileLock.attempt(path) } catch {
      end(.ended(wait))
      throw error
    }
    if let lock {
      end(.ended(wait))
      return .had(lock)
    }
    guard waited < wait.longest else {
      end(.givenUp(wait))
      return .givenUp
    }
    if waited < Self.moment, waited + Self.pause >= Self.moment, wait.longest > Self.moment { tell(.began(wait)) }
    waited += Self.pause
    return .held
  }

  private func end(_ event: LockEvent) { if waited >= Self.moment, wait.longest > Self.moment { tell(event) } }
}

extension FileLock {
  /// - Returns: nil if somebody else still holds it after all.
  static func wait(
    for path: String, _ wait: LockWait, tell: @escaping LockListener = { _ in }, sleep: (Duration) -> Void
  ) throws(OwnFileError) -> FileLock? {
    var attempts = LockAttempts(path, wait, tell: tell)
    while true {
      switch try attempts.next() {
      case .had(let lock): return lock
      case .held: sleep(LockAttempts.pause)
      case .givenUp: return nil
      }
    }
  }

  /// - Returns: nil if somebody else still holds it after all, or the task is cancelled.
  static func wait(
    for path: String, _ wait: LockWait, tell: @escaping LockListener = { _ in }, sleep: (Duration) async -> Void
  ) async throws(OwnFileError) -> FileLock? {
    var attempts = LockAttempts(path, wait, tell: tell)
    while true {
      switch try attempts.next() {
      case .had(let lock): return lock
      case .held where Task.isCancelled: return nil
      case .held: await sleep(LockAttempts.pause)
      case .givenUp: return nil
      }
    }
  }
}
