import ExplorerStorage
import OpenPayments
import ViewModels

/// One client for each profile, kept for the whole run so that its token is.
actor ProfileClients {
  private let factory: ClientFactory
  private var clients: [Profile: Task<OpenPaymentsClient, any Error>] = [:]

  init(_ factory: ClientFactory) { self.factory = factory }

  /// - Parameter tell: is told of every exchange and of the token's state.
  func client(
    for profile: Profile, tell: @escaping @Sendable (Action) -> Void
  ) async throws(LoadFailure) -> OpenPaymentsClient {
    let making =
      clients[profile]
      ?? Task { [factory] in
        try await factory.client(for: profile) { configuration in
          configuration.onExchange = { tell(.exchanged(profile.id, $0)) }
          configuration.onRetry = { event in
            switch event {
            case .began(let wait): tell(.retryBegan(profile.id, PendingRetry(wait)))
            case .ended(let wait): tell(.retryEnded(profile.id, wait))
            }
          }
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
