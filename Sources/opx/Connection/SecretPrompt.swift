import CursesTerminal
import ExplorerStorage
import Glibc
import OpenPayments

/// Asks for a secret on the terminal, without showing what is typed.
enum SecretPrompt {
  /// As much of a line as terminals hand out; what is longer they cut.
  private static let longest = 4095

  static var canAsk: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  static func ask() throws -> Secret {
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
    // What a terminal sends is not always UTF-8, and is shown by this character then.
    guard !secret.unicodeScalars.contains("\u{FFFD}") else { throw CommandFailure(.usage, "that is not UTF-8 text") }
    return try SecretText.secret(in: Array(secret.utf8), of: "what was typed")
  }
}
