import CursesTerminal
import ExplorerStorage
import Glibc

/// A client would take a profile's secret to hosts that may have changed hands, and nobody has agreed to that yet.
struct ConsentNeeded: CommandEnding, Hashable {
  let profile: String
  let hosts: [String]

  private var warning: String {
    """
    \(hosts.joined(separator: " and ")) \(hosts.count == 1 ? "is" : "are") of the guide's time, 2019; the platform has \
    left that domain, which may have changed hands
    """
  }

  var failure: CommandFailure {
    CommandFailure(
      .configuration,
      "the secret of \(profile) is not sent: \(warning). Run it on a terminal to agree, or use the environment sandbox")
  }

  /// Asks whoever sits at the terminal; false if there is none.
  func isGrantedOnTerminal() throws -> Bool {
    guard isatty(STDIN_FILENO) == 1 || isatty(STDERR_FILENO) == 1 else { return false }
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return false }
    defer { close(terminal) }
    let question = TerminalQuestion("opx: \(warning). Send the secret of \(profile) there? [y/N] ")
    return try question.isAnsweredYes(input: terminal, output: terminal)
  }
}
