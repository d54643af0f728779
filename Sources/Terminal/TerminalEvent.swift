/// What a terminal tells the program.
public enum TerminalEvent: Hashable, Sendable {
  case key(Key)
  case mouse(Mouse)
  /// Pasted text with line breaks as `\n`; whatever else it holds is as the other side sent it.
  case paste(String)
  case focusGained
  case focusLost
  case resize(Size)
  /// The terminal says what its background is.
  case background(RGB)
  /// The user has turned the desktop light or dark.
  case colorScheme(isLight: Bool)
  /// The program runs again after it was stopped; the last frame is already back on the screen.
  case resumed
  /// A signal asks the program to end: SIGTERM, SIGHUP or SIGINT, by number.
  case terminate(signal: Int32)
  /// The terminal is gone. Nothing comes after it.
  case closed
}
