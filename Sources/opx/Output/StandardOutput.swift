import Glibc

/// Where a command's result goes, all at once when it is complete, so that a failed command leaves nothing there.
enum StandardOutput {
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// If the reader has gone, the program ends as SIGPIPE ends any filter: without a word.
  static func write(_ bytes: [UInt8]) throws(CommandFailure) {
    let error = FileDescriptor.write(bytes, to: STDOUT_FILENO)
    guard error != 0 else { return }
    if error == EPIPE {
      signal(SIGPIPE, SIG_DFL)
      raise(SIGPIPE)
    }
    throw CommandFailure(
      .outputNotWritten, "can't write the output (\(String(cString: strerror(error)))); nothing else failed")
  }
}
