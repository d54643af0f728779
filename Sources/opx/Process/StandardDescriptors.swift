import Glibc

enum StandardDescriptors {
  /// Fills the places of standard input, output and error that the program was started without, so that no file it opens
  /// gets their numbers: what is read from them or written to them fails, as it does where they are closed.
  static func occupy() {
    for (number, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
    where fcntl(number, F_GETFD) < 0 {
      // The lowest number that is free, which is this one.
      _ = open("/dev/null", mode)
    }
  }
}
