import Dispatch
import ExplorerStorage
import FoundationEssentials
import Glibc
import OpenPayments

/// What a command calls with: the profile chosen, and the maker of its client.
struct Connection: Sendable {
  let settings: Settings
  let catalogue: ProfileCatalogue
  let clients: ClientFactory
  let history: HistoryRecorder
  let profiles: ProfileStore
  let uses: ProfileUses
  let consents: HostConsents
  let guideProgress: GuideProgressFile
  let places: PlacesFile
  let paths: Paths
  let locks: LockWatch
  /// Whether a command tells every exchange on standard error.
  let isVerbose: Bool

  /// Somebody who waits for a command may want to know what for; a program that reads along wants one line at most.
  private static func tell(_ event: RetryEvent) {
    guard case .began(let wait) = event else { return }
    let seconds = max(Int(clamping: wait.until.timeIntervalSince(TimeSource.system.now()).rounded(.up)), 0)
    StandardError.print("opx: \(wait.reason), again in \(seconds) s (\(wait.nextTry) of \(wait.tries))")
  }

  /// The client of the chosen profile; says so on standard error if the built-in sandbox answers unasked.
  ///
  /// - Parameter onExchange: is told of every call.
  func client(onExchange: (@Sendable (Exchange) -> Void)? = nil) async throws -> OpenPaymentsClient {
    if catalogue.isFallback { StandardError.print("opx: answered by the built-in sandbox, not the platform") }
    return try await client(for: catalogue.chosen, onExchange: onExchange)
  }

  /// The client of any of the profiles.
  func client(
    for profile: Profile, onExchange: (@Sendable (Exchange) -> Void)? = nil
  ) async throws -> OpenPaymentsClient {
    do { return try await make(for: profile, onExchange: onExchange) } catch let needed as ConsentNeeded {
      guard try needed.isGrantedOnTerminal() else { throw needed }
      await clients.allow(needed.hosts)
      return try await make(for: profile, onExchange: onExchange)
    }
  }

  private func make(
    for profile: Profile, onExchange: (@Sendable (Exchange) -> Void)?
  ) async throws -> OpenPaymentsClient {
    try await clients.client(for: profile) { configuration in
      if isatty(STDERR_FILENO) == 1 { configuration.onRetry = Self.tell }
      configuration.onExchange = { [isVerbose] exchange in
        if isVerbose { Transcript.lines(exchange).forEach(StandardError.print) }
        onExchange?(exchange)
      }
    }
  }

  /// Waits until the history has what is to be kept of the calls; says if it could not be as usual. The program ends soon.
  func finish() async {
    let isDone = await history.finish(onLock: StandardError.tell)
    // Its file is not closed, which would bring it up to date with its log, at the disk's pace. Whoever opens it next
    // reads the log as well.
    _ = Unmanaged.passRetained(history)
    for trouble in history.troubles {
      // A folder that can't be written is no news to a program that reads along; one that is something else is.
      if case .failed(let error) = trouble, !error.isOfFolder, !isVerbose, isatty(STDERR_FILENO) != 1 { continue }
      if let message = trouble.message { StandardError.print("opx: \(message)") }
    }
    if !isDone { StandardError.print("opx: what was called last is not in the history, which is busy") }
  }

  /// The same on a thread that may block.
  func waitForHistory() {
    let isDone = DispatchSemaphore(value: 0)
    Task.detached {
      await finish()
      isDone.signal()
    }
    isDone.wait()
  }
}
