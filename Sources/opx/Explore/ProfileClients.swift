import ExplorerStorage
import OpenPayments
import ViewModels

/// One client for each profile, kept for the whole run so that its token is.
actor ProfileClients {
  private let factory: ClientFactory
  private let log: ExchangeLog
  private var clients: [Profile.ID: Task<OpenPaymentsClient, any Error>] = [:]

  /// - Parameter log: keeps the calls of all profiles.
  init(_ factory: ClientFactory, log: ExchangeLog) {
    self.factory = factory
    self.log = log
  }

  /// - Parameter tell: is told of every exchange and of the token's state.
  func client(
    for profile: Profile, tell: @escaping @Sendable (Action) -> Void
  ) async throws(LoadFailure) -> OpenPaymentsClient {
    // A wrong secret may be mended by the next try.
    let drop: @Sendable () -> Void = { Task { await self.drop(profile) } }
    let making =
      clients[profile.id]
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
          configuration.onTokenEvent = { event in
            tell(.token(profile.id, TokenNews(event)))
            if case .failed(let error) = event, error.kind == .credentialsRefused { drop() }
          }
          configuration.onTokenStatus = { tell(.tokenChanged(profile.id, $0)) }
        }
      }
    clients[profile.id] = making
    do { return try await making.value } catch {
      clients[profile.id] = nil
      if let needed = error as? ConsentNeeded {
        throw LoadFailure(message: "Not called: \(needed.failure.message).", suggestion: "c switches to it and asks.")
      }
      if let error = error as? ConfigurationError {
        let words = "\(error)"
        throw LoadFailure(
          message: "\(words.prefix(1).uppercased())\(words.dropFirst()).",
          suggestion: "c lists the profiles, and e there changes this one.")
      }
      throw LoadFailure(message: CommandFailure(error).message, suggestion: "Nothing was called.")
    }
  }

  private func drop(_ profile: Profile) async {
    clients[profile.id] = nil
    await factory.forgetSecret(of: profile)
  }
}
