/// A terminal for tests: keeps the last frame and prints it as readable text.
@MainActor
public final class InMemoryTerminal: TerminalBackend {
  public var size: Size
  public let colorDepth: ColorDepth
  public private(set) var grid: Grid?
  /// Frames presented so far.
  public private(set) var frames = 0
  /// How often the program asked to be suspended.
  public private(set) var suspensions = 0
  /// How often the program asked for a full redraw.
  public private(set) var redraws = 0

  /// What the window is called.
  public private(set) var title = ""

  /// Whether the program has the mouse.
  public private(set) var hasMouse = true

  /// What the program asked to be put into the clipboard.
  public private(set) var clipboard: [String] = []

  public init(size: Size, colorDepth: ColorDepth = .direct) {
    self.size = size
    self.colorDepth = colorDepth
  }

  public func present(_ grid: Grid) {
    self.grid = grid
    frames += 1
  }

  public func suspend() {
    suspensions += 1
  }

  public func copy(_ text: String) {
    clipboard.append(text)
  }

  public func setTitle(_ title: String) {
    self.title = title
  }

  public func useMouse(_ isOn: Bool) {
    hasMouse = isOn
  }

  public func redraw() {
    redraws += 1
  }

  /// The last frame's text plane; empty before the first.
  public var text: String { grid?.textPlane ?? "" }
  /// The last frame's style plane; empty before the first.
  public var styles: String { grid?.stylePlane ?? "" }
}
