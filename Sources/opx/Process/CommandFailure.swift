import ExplorerStorage
import Glibc
import OpenPayments

/// An error that knows how a command ends because of it.
protocol CommandEnding: Error {
  var failure: CommandFailure { get }
}

/// Why a command ends without a result: its exit status, and one line of what happened and what to do next.
struct CommandFailure: Error, Hashable {
  /// Longer lines hold something a server sent, and no more of it helps.
  private static let longestMessage = 2_000

  let status: ExitStatus
  /// Empty where the status says it all.
  let message: String

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }

  init(_ error: any Error) {
    self.init(error, otherwise: Self(.internalFault, Self.pointing("\(error)", to: "opx --help")))
  }

  /// - Parameter unforeseen: what any other error amounts to than those of the program itself.
  init(_ error: any Error, otherwise unforeseen: @autoclosure () -> Self) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let error as OpenPaymentsError: self.init(ExitStatus(error.kind), error.description)
    case let error as ConfigurationError:
      self.init(.configuration, "\(error); see opx --help for the settings")
    case let error as HistoryError: self.init(.configuration, "the history can't be used: \(error)")
    case let error as CertificateError: self.init(.configuration, "\(error)")
    case let error as any CommandEnding: self = error.failure
    case is CancellationError: self.init(.interrupted, "interrupted")
    default: self = unforeseen()
    }
  }

  /// The words, and where more is to be read.
  static func pointing(_ words: String, to help: String) -> String {
    words.hasSuffix("?") ? "\(words) See \(help)" : "\(words); see \(help)"
  }

  /// The line for standard error.
  var line: String {
    let shown = message.count > Self.longestMessage ? message.prefix(Self.longestMessage - 1) + "…" : message
    return "opx: \(shown)"
  }

  func exit() -> Never {
    if !message.isEmpty { StandardError.print(line) }
    Glibc.exit(status.rawValue)
  }
}
