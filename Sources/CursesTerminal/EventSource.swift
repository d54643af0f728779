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
  private let mainQueue: Int32

  init() {
    signals = cn_open_signals()
    mainQueue = cn_main_queue_descriptor()
  }

  /// Waits until something is ready or the milliseconds are over; -1 waits for ever.
  func wait(milliseconds: Int32) -> Ready {
    var descriptors = [STDIN_FILENO, signals, mainQueue].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    guard poll(&descriptors, nfds_t(descriptors.count), milliseconds) > 0 else { return Ready() }
    let input = Int32(descriptors[0].revents)
    return Ready(
      input: input & POLLIN != 0, signals: descriptors[1].revents != 0, mainQueue: descriptors[2].revents != 0,
      hangup: input & (POLLHUP | POLLERR | POLLNVAL) != 0)
  }

  func awaitInput(milliseconds: Int32) {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    _ = poll(&input, 1, milliseconds)
  }

  func nextSignal() -> Int32? {
    let signal = cn_next_signal(signals)
    return signal == 0 ? nil : signal
  }

  func runMainQueue() {
    cn_drain_main_queue()
  }

  /// Reads what input there is, within reason; nil at its end.
  func readInput() -> [UInt8]? {
    var input: [UInt8] = []
    // The kernel hands out a terminal's input 4 KiB at a time; a flood of it must not keep the screen from drawing.
    for _ in 0..<16 {
      guard let chunk = readChunk() else { return input.isEmpty ? nil : input }
      input += chunk
      guard chunk.count == Self.chunkSize else { break }
      var more = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      guard poll(&more, 1, 0) > 0 else { break }
    }
    return input
  }

  private static let chunkSize = 4096

  private func readChunk() -> [UInt8]? {
    var count = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { buffer, initialized in
      repeat { count = read(STDIN_FILENO, buffer.baseAddress, buffer.count) } while count < 0 && errno == EINTR
      initialized = max(0, count)
    }
    return count > 0 ? chunk : nil
  }
}
