import ExplorerStorage
import Glibc

/// Where a command's result goes: all at once when it is complete, or in pieces when nothing can fail any more, so that a
/// failed command leaves nothing there.
enum StandardOutput {
  /// As many bytes as are gathered before they are written.
  private static let pieceSize = 1 << 16

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

  /// Writes what may be more than memory should hold, as it is made.
  static func write(pieces: some Sequence<[UInt8]>) throws(CommandFailure) {
    var gathered: [UInt8] = []
    for piece in pieces {
      gathered += piece
      guard gathered.count >= pieceSize else { continue }
      try write(gathered)
      gathered.removeAll(keepingCapacity: true)
    }
    try write(gathered)
  }
}
