import ExplorerStorage
import OpenPayments
import Synchronization
import ViewModels

/// One client for each profile, kept for the whole run so that its token is.
actor ProfileClients {
  /// A client, or what will be one, and the profile that it serves.
  private struct Entry {
    let profile: CurrentProfile
    let client: Task<OpenPaymentsClient, any Error>
  }

  /// A profile by the name that it has now.
  private final class CurrentProfile: Sendable {
    private let profile: Mutex<Profile>

    init(_ profile: Profile) { self.profile = Mutex(profile) }

    var value: Profile { profile.withLock { $0 } }
    var id: Profile.ID { value.id }

    func become(_ new: Profile) { profile.withLock { $0 = new } }
  }

  private let factory: ClientFactory
  private let log: ExchangeLog
  private var clients: [Profile.ID: Entry] = [:]

  /// - Parameter log: keeps the calls of all profiles.
  init(_ factory: ClientFactory, log: ExchangeLog) {
    self.factory = factory
    self.log = log
  }

  /// - Parameter tell: is told of every exchange and of the token's state.
  func client(
    for profile: Profile, tell: @escaping @Sendable (Action) -> Void
  ) async throws(LoadFailure) -> OpenPaymentsClient {
    let entry = clients[profile.id] ?? make(for: profile, tell: tell)
    clients[profile.id] = entry
    do { return try await entry.client.value } catch {
      clients[entry.profile.id] = nil
      throw Self.failure(error)
    }
  }

  /// Has the client of a profile serve it under another name.
  func rename(_ old: Profile, to new: Profile) {
    guard clients[new.id] == nil, let entry = clients.removeValue(forKey: old.id) else { return }
    entry.profile.become(new)
    clients[new.id] = entry
  }

  private func make(for profile: Profile, tell: @escaping @Sendable (Action) -> Void) -> Entry {
    let current = CurrentProfile(profile)
    // A wrong secret may be mended by the next try.
    let drop: @Sendable () -> Void = { Task { await self.drop(current.value) } }
    return Entry(
      profile: current,
      client: Task { [factory, log] in
        try await factory.client(for: profile) { configuration in
          configuration.onExchange = { exchange in
            log.record(exchange)
            tell(.exchanged(current.id, exchange))
          }
          configuration.onRetry = { event in
            switch event {
            case .began(let wait): tell(.retryBegan(current.id, PendingRetry(wait)))
            case .ended(let wait): tell(.retryEnded(current.id, wait))
            }
          }
          configuration.onTokenEvent = { event in
            tell(.token(current.id, TokenNews(event)))
            if case .failed(let error) = event, error.kind == .credentialsRefused { drop() }
          }
          configuration.onTokenStatus = { tell(.tokenChanged(current.id, $0)) }
        } name: {
          current.value.name
        }
      })
  }

  private static func failure(_ error: any Error) -> LoadFailure {
    if let needed = error as? ConsentNeeded {
      return LoadFailure(message: "Not called: \(needed.failure.message).", suggestion: "c switches to it and asks.")
    }
    if let error = error as? ConfigurationError {
      let words = "\(error)"
      return LoadFailure(
        message: "\(words.prefix(1).uppercased())\(words.dropFirst()).",
        suggestion: "c lists the profiles, and e there changes this one.")
    }
    return LoadFailure(message: CommandFailure(error).message, suggestion: "Nothing was called.")
  }

  private func drop(_ profile: Profile) async {
    clients[profile.id] = nil
    await factory.forgetSecret(of: profile)
  }
}
