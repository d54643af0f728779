import Glibc

/// Asks for a secret on the terminal, without showing what is typed.
enum SecretPrompt {
  static func ask() throws(CommandFailure) -> String {
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
      throw CommandFailure(
        .usage, "say where the secret comes from: --secret-stdin, --secret-file, --secret-env or --secret-command")
    }
    var before = termios()
    tcgetattr(STDIN_FILENO, &before)
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before) }
    _ = FileDescriptor.write(Array("Client secret (not shown): ".utf8), to: STDERR_FILENO)
    let secret = readLine() ?? ""
    _ = FileDescriptor.write([UInt8(ascii: "\n")], to: STDERR_FILENO)
    guard !secret.isEmpty else { throw CommandFailure(.usage, "no secret was typed") }
    return secret
  }
}
