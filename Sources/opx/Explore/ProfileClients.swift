import ExplorerStorage
import OpenPayments
import ViewModels

/// One client for each profile, kept for the whole run so that its token is.
actor ProfileClients {
  private let factory: ClientFactory
  private let log: ExchangeLog
  private var clients: [Profile: Task<OpenPaymentsClient, any Error>] = [:]

  /// - Parameter log: keeps the calls of all profiles.
  init(_ factory: ClientFactory, log: ExchangeLog) {
    self.factory = factory
    self.log = log
  }

  /// - Parameter tell: is told of every exchange and of the token's state.
  func client(
    for profile: Profile, tell: @escaping @Sendable (Action) -> Void
  ) async throws(LoadFailure) -> OpenPaymentsClient {
    let making =
      clients[profile]
      ?? Task { [factory, log] in
        try await factory.client(for: profile) { configuration in
          configuration.onExchange = { exchange in
            log.record(exchange)
            tell(.exchanged(profile.id, exchange))
          }
          configuration.onRetry = { event in
            switch event {
            case .began(let wait): tell(.retryBegan(profile.id, PendingRetry(wait)))
            case .ended(let wait): tell(.retryEnded(profile.id, wait))
            }
          }
          configuration.onTokenEvent = { tell(.token(profile.id, TokenNews($0))) }
          configuration.onTokenStatus = { tell(.tokenChanged(profile.id, $0)) }
        }
      }
    clients[profile] = making
    do { return try await making.value } catch {
      clients[profile] = nil
      throw LoadFailure(message: CommandFailure(error).message, suggestion: "r tries again.")
    }
  }
}
