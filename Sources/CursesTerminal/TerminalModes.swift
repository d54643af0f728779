import CNcurses
import Glibc

/// What the terminal is asked to report: pastes, focus, the mouse with drags in the SGR coding, and light turning dark.
///
/// Not through ncurses' own mouse support, which falls back to the old coding inside tmux.
@MainActor
enum TerminalModes {
  private static let on = "\u{1B}[?2004h\u{1B}[?1004h\u{1B}[?2031h"
  private static let titleBack = "\u{1B}[23;2t"
  private static let mouseOn = "\u{1B}[?1002h\u{1B}[?1006h"
  private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1002l"
  private static let off = "\u{1B}[?2031l\u{1B}[?1004l\u{1B}[?2004l"

  static func enable(mouse: Bool) {
    send(mouse ? on + mouseOn : on)
  }

  /// Saves the window's title, so that it can be given back.
  static func keepTitle() {
    send("\u{1B}[22;2t")
  }

  static func setTitle(_ title: String) {
    send("\u{1B}]2;\(title)\u{1B}\\")
  }

  static func useMouse(_ isOn: Bool) {
    send(isOn ? mouseOn : mouseOff)
  }

  /// Asks what the background is; terminals that can't tell say nothing.
  static func askForBackground() {
    send("\u{1B}]11;?\u{1B}\\")
  }

  static func disable(title: Bool) {
    send(mouseOff + off + (title ? titleBack : ""))
  }

  /// Terminals that have one place to save a cursor may hide it again as they leave the alternate screen.
  static func showCursor() {
    send(capability("cnorm"))
  }

  /// Straight to the terminal: ncurses has flushed its own by now, and `putp` would go through stdio's buffer.
  static func send(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// What a crash handler writes to get the shell's screen back. Begins by cancelling a sequence cut in the middle.
  ///
  /// - Parameter title: whether the title was saved.
  static func restoreText(title: Bool) -> String {
    var text = "\u{18}" + mouseOff + off + (title ? titleBack : "")
    for capability in ["rmkx", "sgr0", "op", "rmcup", "cnorm"] {
      text += self.capability(capability)
    }
    return text
  }

  /// What the terminal's description has, without the pauses (`$<2>`) that only `tputs` knows of.
  private static func capability(_ name: String) -> String {
    var rest = Substring(cn_terminfo_string(name).map { String(cString: $0) } ?? "")
    var text = ""
    while let character = rest.popFirst() {
      if character == "$", rest.first == "<", let end = rest.firstIndex(of: ">") {
        rest = rest[end...].dropFirst()
      } else {
        text.append(character)
      }
    }
    return text
  }
}
