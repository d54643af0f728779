import CursesTerminal
import Glibc

/// Asks for a secret on the terminal, without showing what is typed.
enum SecretPrompt {
  /// As much of a line as terminals hand out; what is longer they cut.
  private static let longest = 4095

  static var canAsk: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  static func ask() throws -> String {
    guard canAsk else {
      throw CommandFailure(
        .usage, "say where the secret comes from: --secret-stdin, --secret-file, --secret-env or --secret-command")
    }
    let question = TerminalQuestion("Client secret (not shown): ", isHidden: true)
    let secret = try question.ask(input: STDIN_FILENO, output: STDERR_FILENO) ?? ""
    guard !secret.isEmpty else { throw CommandFailure(.usage, "no secret was typed") }
    guard secret.utf8.count < longest else {
      throw CommandFailure(
        .usage, "that is too long for a terminal, which cuts it; give it to --secret-stdin from a file")
    }
    return secret
  }
}
