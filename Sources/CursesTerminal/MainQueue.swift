import CNcurses
import Glibc

/// The main queue, served by the real main thread from a loop of its own; needs no screen.
///
/// `dispatchMain()` would leave that thread by `pthread_exit`, which first sorts all that a statically linked program knows
/// of its frames: ten times as much work as a command has.
@MainActor
public enum MainQueue {
  /// Readable when something waits.
  static var descriptor: Int32 { cn_main_queue_descriptor() }

  /// Does what waits.
  static func drain() { cn_drain_main_queue() }

  /// Does what comes, until some of it ends the program.
  public static func serve() -> Never {
    while true {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if poll(&waiting, 1, -1) > 0 { drain() }
    }
  }
}
