import ExplorerStorage
import OpenPayments
import Synchronization
import ViewModels

/// One client for each profile, kept for the whole run so that its token is.
actor ProfileClients {
  /// A client, or what will be one, and the name that its profile has now.
  private struct Entry {
    let name: CurrentName
    let client: Task<OpenPaymentsClient, any Error>
  }

  private final class CurrentName: Sendable {
    private let name: Mutex<String>

    init(_ name: String) { self.name = Mutex(name) }

    var value: String { name.withLock { $0 } }

    func become(_ new: String) { name.withLock { $0 = new } }
  }

  private let factory: ClientFactory
  private let log: ExchangeLog
  private var clients: [ProfileTag: Entry] = [:]

  /// - Parameter log: keeps the calls of all profiles.
  init(_ factory: ClientFactory, log: ExchangeLog) {
    self.factory = factory
    self.log = log
  }

  /// - Parameter tell: is told of every exchange and of the token's state.
  func client(
    for caller: Caller, tell: @escaping @Sendable (Action) -> Void
  ) async throws(LoadFailure) -> OpenPaymentsClient {
    let entry = clients[caller.tag] ?? make(for: caller, tell: tell)
    clients[caller.tag] = entry
    do { return try await entry.client.value } catch {
      clients[caller.tag] = nil
      throw Self.failure(error)
    }
  }

  /// Has the client of a profile serve it under the name that it has now.
  func rename(_ caller: Caller) { clients[caller.tag]?.name.become(caller.profile.name) }

  private func make(for caller: Caller, tell: @escaping @Sendable (Action) -> Void) -> Entry {
    let name = CurrentName(caller.profile.name)
    let tag = caller.tag
    // A wrong secret may be mended by the next try.
    let drop: @Sendable () -> Void = { Task { await self.drop(caller) } }
    return Entry(
      name: name,
      client: Task { [factory, log] in
        try await factory.client(for: caller.profile) { configuration in
          configuration.onExchange = { exchange in
            log.record(exchange)
            tell(.exchanged(tag, exchange))
          }
          configuration.onRetry = { event in
            switch event {
            case .began(let wait): tell(.retryBegan(tag, PendingRetry(wait)))
            case .ended(let wait): tell(.retryEnded(tag, wait))
            }
          }
          configuration.onTokenEvent = { event in
            tell(.token(tag, TokenNews(event)))
            if case .failed(let error) = event, error.kind == .credentialsRefused { drop() }
          }
          configuration.onTokenStatus = { tell(.tokenChanged(tag, $0)) }
        } name: {
          name.value
        }
      })
  }

  private static func failure(_ error: any Error) -> LoadFailure {
    if let needed = error as? ConsentNeeded {
      return LoadFailure(
        message: "Not called: \(needed.failure.message).", suggestion: "\(key: .profiles) switches to it and asks.")
    }
    if let error = error as? ConfigurationError {
      let words = "\(error)"
      return LoadFailure(
        message: "\(words.prefix(1).uppercased())\(words.dropFirst()).",
        suggestion: "\(key: .profiles) lists the profiles, and \(key: .editProfile) there changes this one.")
    }
    return LoadFailure(message: CommandFailure(error).message, suggestion: "Nothing was called.")
  }

  private func drop(_ caller: Caller) async {
    clients[caller.tag] = nil
    await factory.forgetSecret(of: caller.profile)
  }
}
