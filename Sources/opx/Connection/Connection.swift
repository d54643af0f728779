import ExplorerStorage
import FoundationEssentials
import Glibc
import OpenPayments

/// What a command calls with: the profile chosen, and the maker of its client.
struct Connection: Sendable {
  let catalogue: ProfileCatalogue
  let clients: ClientFactory
  /// Whether a command tells every exchange on standard error.
  let isVerbose: Bool

  /// Somebody who waits for a command may want to know what for; a program that reads along wants one line at most.
  private static func tell(_ event: RetryEvent) {
    guard case .began(let wait) = event else { return }
    let seconds = max(Int(wait.until.timeIntervalSinceNow.rounded(.up)), 0)
    StandardError.print("opx: \(wait.reason), again in \(seconds) s (\(wait.nextTry) of \(wait.tries))")
  }

  /// The client of the chosen profile; says so on standard error if the built-in sandbox answers unasked.
  func client() async throws -> OpenPaymentsClient {
    if catalogue.isFallback { StandardError.print("opx: answered by the built-in sandbox, not the platform") }
    return try await client(for: catalogue.chosen)
  }

  /// The client of any of the profiles.
  func client(for profile: Profile) async throws -> OpenPaymentsClient {
    try await clients.client(for: profile) { configuration in
      if isatty(STDERR_FILENO) == 1 { configuration.onRetry = Self.tell }
      if isVerbose { configuration.onExchange = { Transcript.lines($0).forEach(StandardError.print) } }
    }
  }
}
