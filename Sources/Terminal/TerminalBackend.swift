/// A screen that frames are shown on.
@MainActor
public protocol TerminalBackend: AnyObject {
  /// The size that the next frame should have.
  var size: Size { get }
  var colorDepth: ColorDepth { get }

  /// Shows a frame; only what differs from the one before costs anything.
  func present(_ grid: Grid)

  /// Gives the terminal back to the shell and stops the process, until it is continued.
  func suspend()

  /// Asks the terminal to put a text into the clipboard (OSC 52). Whether it does is not told.
  func copy(_ text: String)

  /// Calls the window something; it gets its own name back in the end.
  func setTitle(_ title: String)

  /// Takes the mouse, or leaves it to the terminal, where it selects text.
  func useMouse(_ isOn: Bool)

  /// Draws the frame that is shown once more in full, after something else wrote to the terminal.
  func redraw()
}
