import ExplorerStorage
import OpenPaymentsSandbox

/// The sandbox inside this program: one server for all, started when its address is first asked for.
actor BuiltInSandbox {
  private let folder: String
  private let onWait: FolderWait
  private var starting: Task<SandboxAddress, any Error>?
  private var serving: Task<Void, Never>?
  /// Why nothing is kept for later runs; nil if it is.
  private(set) var trouble: String?

  /// - Parameter folder: where the signing key is kept that makes its tokens good for other sandboxes of this user, and what its
  ///   portal knows.
  init(folder: String, onLock: @escaping LockListener = { _ in }) {
    self.folder = folder
    onWait = LockWait.ofSandbox(onLock)
  }

  /// Where the server answers. Callers at the same time share one start; after a failed start the next one tries again.
  ///
  /// - Throws: ``CommandFailure``.
  func address() async throws -> SandboxAddress {
    let start = starting ?? Task { try await self.start() }
    starting = start
    do { return try await start.value } catch {
      if starting == start { starting = nil }
      throw error
    }
  }

  /// Closes the server and its connections.
  func stop() async {
    serving?.cancel()
    await serving?.value
    serving = nil
    starting = nil
  }

  /// Without a place to keep anything the sandbox still works; only its tokens are good for nobody else, and its
  /// applications are forgotten.
  private func openStore() -> PortalStore {
    do { return try PortalStore(folder: folder, onWait: onWait) } catch {
      trouble = "\(error)"
      return PortalStore()
    }
  }

  private func start() async throws -> SandboxAddress {
    let key = (try? SigningKey.kept(in: folder, onWait: onWait)) ?? SigningKey()
    let store = openStore()
    let (addresses, continuation) = AsyncThrowingStream.makeStream(of: SandboxAddress.self)
    serving = Task {
      let platform = SandboxPlatform(signingKey: key, store: store)
      let server = SandboxServer { platform.respond(to: $0, body: $1) }
      do {
        try await server.run { continuation.yield($0) }
        continuation.finish()
      } catch {
        continuation.finish(throwing: error)
      }
    }
    for try await address in addresses { return address }
    throw CancellationError()
  }
}

extension LockWait {
  /// Tells a listener of waits for another sandbox that is at the same files.
  static func ofSandbox(_ tell: @escaping LockListener) -> FolderWait {
    let wait = LockWait(.sandbox, longest: .seconds(5))
    return { tell($0 ? .began(wait) : .ended(wait)) }
  }
}
