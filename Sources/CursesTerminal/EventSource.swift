import CNcurses
import Dispatch
import Glibc

/// The three things that can wake the program: input, signals, and work for the main actor.
///
/// One `poll` on the real main thread rather than `dispatchMain()`, which on Linux takes process signals away from
/// the signal descriptor.
@MainActor
struct EventSource {
  struct Ready {
    var input = false
    var signals = false
    var mainQueue = false
    /// The other end of the terminal is gone.
    var hangup = false
  }

  private let signals: Int32

  init() { signals = cn_open_signals() }

  /// Waits until something is ready or the milliseconds are over; -1 waits for ever.
  func wait(milliseconds: Int32) -> Ready {
    var descriptors: [3 of pollfd] = [Self.watch(STDIN_FILENO), Self.watch(signals), Self.watch(MainQueue.descriptor)]
    var span = descriptors.mutableSpan
    let count = span.withUnsafeMutableBufferPointer { poll($0.baseAddress, nfds_t($0.count), milliseconds) }
    guard count > 0 else { return Ready() }
    let input = Int32(descriptors[0].revents)
    return Ready(
      input: input & POLLIN != 0, signals: descriptors[1].revents != 0, mainQueue: descriptors[2].revents != 0,
      hangup: input & (POLLHUP | POLLERR | POLLNVAL) != 0)
  }

  /// - Returns: whether there is any.
  @discardableResult
  func awaitInput(milliseconds: Int32) -> Bool {
    var input = Self.watch(STDIN_FILENO)
    return poll(&input, 1, milliseconds) > 0
  }

  private static func watch(_ descriptor: Int32) -> pollfd {
    pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  }

  func nextSignal() -> Int32? {
    let signal = cn_next_signal(signals)
    return signal == 0 ? nil : signal
  }

  /// Reads what input there is, within reason; nil at its end.
  func readInput() -> [UInt8]? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.chunkSize) { chunk in
      var input: [UInt8] = []
      // The kernel hands out a terminal's input 4 KiB at a time; a flood of it must not keep the screen from drawing.
      for _ in 0..<16 {
        let count = Self.read(into: chunk)
        guard count > 0 else { return input.isEmpty ? nil : input }
        input.append(contentsOf: chunk[..<count])
        guard count == chunk.count, awaitInput(milliseconds: 0) else { break }
      }
      return input
    }
  }

  private static let chunkSize = 4096

  private static func read(into chunk: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var count = 0
    repeat { count = Glibc.read(STDIN_FILENO, chunk.baseAddress, chunk.count) } while count < 0 && errno == EINTR
    return count
  }
}
