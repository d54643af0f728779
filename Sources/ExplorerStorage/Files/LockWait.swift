/// That somebody else holds a lock, and how long it is waited for at most.
public struct LockWait: Sendable, Hashable {
  /// What its holder is at.
  public enum Matter: Sendable, Hashable {
    case token, profiles, history, state, sandbox
  }

  public let matter: Matter
  public let longest: Duration

  public init(_ matter: Matter, longest: Duration) {
    self.matter = matter
    self.longest = longest
  }
}

/// A step of a wait that lasts longer than a moment.
public enum LockEvent: Sendable, Hashable {
  case began(LockWait)
  /// The lock was had, or can't be any more.
  case ended(LockWait)
  /// It is still held.
  case givenUp(LockWait)

  /// What somebody who waits should know of it, in one line without a full stop; nil for what shows by itself.
  public var message: String? {
    switch self {
    case .began(let wait): "\(wait.matter.holder); waiting up to \(wait.longest.components.seconds) s"
    case .givenUp(let wait) where wait.matter == .token:
      "\(wait.matter.holder), still after \(wait.longest.components.seconds) s; going on without it"
    case .ended, .givenUp: nil
    }
  }
}

/// Is told of waits. Called from any thread; must not block.
public typealias LockListener = @Sendable (LockEvent) -> Void

extension LockWait.Matter {
  fileprivate var holder: String {
    switch self {
    case .token: "another opx is fetching a token"
    case .profiles: "another opx is changing profiles.yaml"
    case .history: "another program is at the history"
    case .state: "another opx is at the same file"
    case .sandbox: "another sandbox is at the same files"
    }
  }
}
