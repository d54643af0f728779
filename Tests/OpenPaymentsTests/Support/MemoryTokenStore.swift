import OpenPayments
import Synchronization

/// Keeps tokens for as long as the test runs.
final class MemoryTokenStore: TokenStore {
  private let stored = Mutex<[TokenKey: StoredToken]>([:])

  var tokens: [StoredToken] { stored.withLock { Array($0.values) } }

  func withToken<Result: Sendable>(
    for key: TokenKey, _ body: @Sendable (inout StoredToken?) async -> Result
  ) async -> Result {
    var token = stored.withLock { $0[key] }
    let result = await body(&token)
    stored.withLock { $0[key] = token }
    return result
  }
}
