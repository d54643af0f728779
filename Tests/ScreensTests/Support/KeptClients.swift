import ExplorerStorage
import OpenPayments
import Synchronization

/// One client for each profile where it matters that it knows its token, else a new one for each call.
final class KeptClients: Sendable {
  private let isOn: Bool
  private let clients = Mutex<[Profile.ID: OpenPaymentsClient]>([:])

  init(isOn: Bool) { self.isOn = isOn }

  func client<Failure: Error>(
    for profile: Profile, _ make: () throws(Failure) -> OpenPaymentsClient
  ) throws(Failure) -> OpenPaymentsClient {
    guard isOn else { return try make() }
    if let kept = clients.withLock({ $0[profile.id] }) { return kept }
    let made = try make()
    clients.withLock { $0[profile.id] = made }
    return made
  }
}
