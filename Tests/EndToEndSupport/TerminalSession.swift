import CTestTerminal
import Glibc

/// A program running in a terminal of its own, for tests: what it shows can be read, what a user does can be done.
///
/// Whatever still runs is killed when the session is let go. Waiting reacts to output at once, without sleeping.
public final class TerminalSession {
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  /// How a program ended.
  public enum Ending: Equatable, Sendable {
    case exited(Int32)
    case killed(signal: Int32)
  }

  public private(set) var columns: Int
  public private(set) var rows: Int
  private let session: OpaquePointer

  /// Starts a program by its absolute path. `TERM`, `LANG` and `SWIFT_BACKTRACE` are set unless given; nothing else is
  /// inherited from the test but `PATH`.
  public init(
    _ executable: String, _ arguments: [String] = [], environment: [String: String] = [:], columns: Int = 80,
    rows: Int = 24
  ) throws {
    self.columns = columns
    self.rows = rows
    var variables = [
      "TERM": "xterm-256color", "LANG": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no",
      "PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin",
    ]
    variables.merge(environment) { _, given in given }
    let session = Self.withCStrings([executable] + arguments) { argv in
      Self.withCStrings(variables.map { "\($0)=\($1)" }) { envp in
        tt_start(executable, argv, envp, Int32(columns), Int32(rows))
      }
    }
    guard let session else { throw Failure(description: "no pseudo-terminal: errno \(errno)") }
    self.session = session
  }

  deinit { tt_free(session) }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return (copies + [nil]).withUnsafeBufferPointer { pointers in
      guard let base = pointers.baseAddress else { fatalError("never empty: it ends in nil") }
      return body(base)
    }
  }

  // MARK: - What a user does

  /// Sends keys as bytes: `"j"`, `"\r"`, `"\u{1B}[A"`.
  public func send(_ keys: String) {
    var keys = keys
    keys.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { _ = tt_write(session, $0.baseAddress, $0.count) }
    }
  }

  public func resize(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    tt_resize(session, Int32(columns), Int32(rows))
  }

  public func signal(_ number: Int32) {
    kill(process, number)
  }

  /// Closes the terminal under the program, as closing its window does.
  public func hangUp() {
    tt_hang_up(session)
  }

  public var process: Int32 { tt_process(session) }

  // MARK: - What is seen

  /// The rows of the screen without the blanks at their ends.
  public var screen: [String] {
    (0..<rows).map { row in
      let line = (0..<columns).map { cell(at: $0, row).text }.joined()
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  public func cell(at column: Int, _ row: Int) -> ScreenCell {
    ScreenCell(tt_cell_at(session, Int32(column), Int32(row)))
  }

  /// Whether the terminal shows the alternate screen, as full-screen programs do.
  public var isAlternateScreen: Bool { tt_alternate_screen(session) }

  /// Whether the terminal's line discipline echoes and edits lines, as before the program.
  public var isCooked: Bool { tt_cooked(session) }

  /// How many bytes of what was typed nobody has read: the shell would.
  public var unread: Int { Int(tt_unread(session)) }

  public var cursor: (column: Int, row: Int, isVisible: Bool) {
    var column: Int32 = 0
    var row: Int32 = 0
    var isVisible = false
    tt_cursor(session, &column, &row, &isVisible)
    return (Int(column), Int(row), isVisible)
  }

  /// Every byte of output so far.
  public var output: [UInt8] {
    var length = 0
    guard let bytes = tt_output(session, &length) else { return [] }
    return UnsafeRawBufferPointer(start: bytes, count: length).map { $0 }
  }

  // MARK: - Waiting

  /// Waits until a row contains the text.
  public func waitFor(_ text: String, within seconds: Double = 10) throws {
    try wait(for: "“\(text)”", within: seconds) { $0.screen.contains { $0.contains(text) } }
  }

  /// Waits until the condition holds, looking again whenever there was output.
  public func wait(
    for what: String, within seconds: Double = 10, until condition: (TerminalSession) -> Bool
  ) throws {
    let end = ContinuousClock.now + .seconds(seconds)
    while !condition(self) {
      let left = ContinuousClock.now.duration(to: end)
      guard left > .zero, tt_pump(session, Int32(left / .milliseconds(1)) + 1) > 0 else {
        throw Failure(description: "no \(what) on the screen:\n" + screen.joined(separator: "\n"))
      }
    }
  }

  /// Takes in output until there has been none for a while: to show that nothing more is drawn.
  public func settle(quiet milliseconds: Int32 = 50, within seconds: Double = 10) {
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end, tt_pump(session, milliseconds) > 0 {}
  }

  /// Waits for the program's end and reads its last output.
  ///
  /// - Parameter number: a signal to send over and over meanwhile.
  public func waitForEnd(within seconds: Double = 10, signalling number: Int32? = nil) throws -> Ending {
    let end = ContinuousClock.now + .seconds(seconds)
    var status: Int32 = 0
    while !tt_ended(session, &status) {
      guard ContinuousClock.now < end else {
        throw Failure(description: "still running:\n" + screen.joined(separator: "\n"))
      }
      if let number { signal(number) }
      _ = tt_pump(session, number == nil ? 5 : 0)
    }
    while tt_pump(session, 0) > 0 {}
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: signal)
  }
}
