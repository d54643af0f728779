import EndToEndSupport
import Foundation
import Testing

/// The explorer in a terminal of its own, at home in a folder of its own.
struct Explorer {
  static let program = EndToEnd.product("opx")

  let terminal: TerminalSession
  private let home: Home

  init(
    _ arguments: [String] = [], environment: [String: String] = [:], home: Home? = nil, columns: Int = 120,
    rows: Int = 40
  ) throws {
    self.home = try home ?? Home()
    let variables = ["HOME": self.home.path].merging(environment) { _, given in given }
    terminal = try TerminalSession(
      Self.program, arguments, environment: variables, columns: columns, rows: rows)
  }

  /// Quits and expects the terminal to be as it was.
  func quit(sourceLocation: SourceLocation = #_sourceLocation) throws {
    terminal.send("q")
    try expectEnd(.exited(0), sourceLocation: sourceLocation)
  }

  /// Expects the program to end like this, with the terminal as it was before.
  func expectEnd(
    _ ending: TerminalSession.Ending, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(try terminal.waitForEnd() == ending, sourceLocation: sourceLocation)
    #expect(!terminal.isAlternateScreen, sourceLocation: sourceLocation)
    #expect(terminal.isCooked && terminal.cursor.isVisible, sourceLocation: sourceLocation)
    for mode in ["1000", "1002", "1003", "1004", "1006", "2004", "2031"] where terminal.hasSet(mode: mode) {
      Issue.record("mode \(mode) is still on", sourceLocation: sourceLocation)
    }
  }
}

extension TerminalSession {
  /// All that was sent to the terminal, as text.
  var outputText: String { String(decoding: output, as: UTF8.self) }

  /// Whether a private mode was switched on and not off again.
  fileprivate func hasSet(mode: String) -> Bool {
    let text = outputText
    guard let on = text.range(of: "\u{1B}[?\(mode)h", options: .backwards) else { return false }
    guard let off = text.range(of: "\u{1B}[?\(mode)l", options: .backwards) else { return true }
    return off.lowerBound < on.lowerBound
  }

  /// Waits until the row under the cursor holds the text.
  func waitForCursor(on text: String) throws {
    try wait(for: "cursor on “\(text)”") { session in
      session.screen.contains { row in row.split(separator: "▌").dropFirst().contains { $0.contains(text) } }
    }
  }
}
