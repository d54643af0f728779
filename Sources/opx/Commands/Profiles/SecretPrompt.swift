import CursesTerminal
import Glibc

/// Asks for a secret on the terminal, without showing what is typed.
enum SecretPrompt {
  static var canAsk: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  static func ask() throws -> String {
    guard canAsk else {
      throw CommandFailure(
        .usage, "say where the secret comes from: --secret-stdin, --secret-file, --secret-env or --secret-command")
    }
    let question = TerminalQuestion("Client secret (not shown): ", isHidden: true)
    let secret = try question.ask(input: STDIN_FILENO, output: STDERR_FILENO) ?? ""
    guard !secret.isEmpty else { throw CommandFailure(.usage, "no secret was typed") }
    return secret
  }
}
