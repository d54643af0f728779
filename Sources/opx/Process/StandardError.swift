import ExplorerStorage
import Glibc
import Terminal

/// Where everything goes that is not a command's result.
enum StandardError {
  /// Prints one line, with whatever a terminal would obey made visible.
  static func print(_ line: String) {
    let bytes = Array("\(VisibleText.visible(line))\n".utf8)
    // Nothing is left to tell that it failed.
    _ = FileDescriptor.write(bytes, to: STDERR_FILENO)
  }

  /// Prints what somebody who waits should know.
  @Sendable static func tell(_ event: LockEvent) { if let message = event.message { print("opx: \(message)") } }
}
