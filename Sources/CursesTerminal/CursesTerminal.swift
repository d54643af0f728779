import CNcurses
import Glibc
public import Terminal

/// The real terminal. ncurses draws; input bytes, signals and the main queue are read by `run`.
///
/// `prepareProcess()` comes first thing in `main`, before any other thread. One at a time may be up.
@MainActor
public final class CursesTerminal: TerminalBackend {
  public internal(set) var size = Size(width: 0, height: 0)
  public var colorDepth: ColorDepth { pen.depth }

  let events: EventSource
  /// Events that arose outside of a wait.
  var inbox: [TerminalEvent] = []
  var decoder = InputDecoder()
  /// When what the decoder holds back is to be settled.
  var deadline: ContinuousClock.Instant?
  var isRunning = false

  private var hasMouse: Bool
  private let isASCII: Bool
  /// Whether the terminal knows titles and answers questions, or at least passes over them.
  private let understandsMore: Bool
  private var title: String?
  private let shellModes: termios
  private let restoreText: String
  private var pen: Pen
  /// What is on the screen.
  private var shown: Grid?
  private var isUp = true
  /// Until when an answer may be on its way that must not end up in the shell.
  var answerDue: ContinuousClock.Instant?
  private static let answerTime: Duration = .seconds(1)

  /// Blocks the signals that `run` reads, in this thread and so in every thread it starts, and ignores SIGPIPE.
  ///
  /// Child processes inherit both: whoever starts one has to reset its signal mask and dispositions.
  ///
  /// - Parameter descriptions: a folder for descriptions of terminals, which a terminal with direct colour may need.
  public nonisolated static func prepareProcess(descriptions: String) {
    cn_block_signals()
    DirectColor.prepare(folder: descriptions)
  }

  /// Takes over the terminal; nothing is seen before the first `present`.
  ///
  /// - Parameters:
  ///   - colors: fewer than the terminal has, where somebody wants that.
  ///   - mouse: whether to take it.
  ///   - ascii: whether to draw with ASCII alone; nil leaves it to the locale.
  /// - Throws: `CursesError`, with the terminal as it was.
  public init(colors: ColorDepth? = nil, mouse: Bool = true, ascii: Bool? = nil) throws {
    hasMouse = mouse
    var modes = termios()
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, tcgetattr(STDIN_FILENO, &modes) == 0 else {
      throw CursesError.notATerminal
    }
    // Taken before ncurses changes them: its own idea of the shell's modes is not enough after a crash.
    shellModes = modes
    let isUTF8 = cn_set_utf8_locale()
    isASCII = ascii ?? !isUTF8
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    switch cn_open_screen(colors.map { $0 < .direct } == true ? nil : DirectColor.name) {
    case CN_SCREEN_OPEN: break
    case CN_TERMINAL_UNSUITABLE: throw CursesError.unsuitableTerminal(name: name)
    default: throw CursesError.unknownTerminal(name: name)
    }
    events = EventSource()
    pen = Pen(atMost: colors, isASCII: isASCII)
    understandsMore = pen.depth != .none && !name.hasPrefix("linux") && !name.hasPrefix("vt")
    restoreText = TerminalModes.restoreText(title: understandsMore)
    cn_capture_stderr()
    arm()
    raw()
    noecho()
    nonl()
    TerminalModes.enable(mouse: mouse)
    if understandsMore {
      TerminalModes.keepTitle()
      TerminalModes.askForBackground()
      answerDue = .now + Self.answerTime
    }
    fitWindow()
  }

  /// Puts the terminal back as it was found, lets signals have their usual effect again, and shows what was written
  /// to standard error meanwhile. Further calls do nothing.
  ///
  /// SIGHUP alone stays without effect: a window that closes reports that in several ways, some of them later, and
  /// none of them may interrupt what the program saves because of the first.
  public func leave() {
    guard isUp else { return }
    isUp = false
    hideScreen()
    cn_release_stderr()
    signal(SIGHUP, SIG_IGN)
    cn_unblock_signals()
  }

  public func present(_ grid: Grid) {
    guard isUp else { return }
    let spans = grid.changes(since: shown)
    guard !spans.isEmpty || grid.cursor != shown?.cursor else { return }
    for span in spans { pen.draw(grid, span) }
    pen.placeCursor(grid.cursor.flatMap { grid.bounds.contains($0) ? $0 : nil })
    wrefresh(cn_stdscr())
    shown = grid
  }

  public func copy(_ text: String) {
    guard isUp else { return }
    TerminalModes.send("\u{1B}]52;c;\(Base64.encode(text.utf8))\u{07}")
  }

  public func setTitle(_ title: String) {
    let title = isASCII ? VisibleText.ascii(title) : VisibleText.visible(title)
    guard isUp, understandsMore, title != self.title else { return }
    self.title = title
    TerminalModes.setTitle(title)
  }

  public func useMouse(_ isOn: Bool) {
    hasMouse = isOn
    if isUp { TerminalModes.useMouse(isOn) }
  }

  public func redraw() {
    guard isUp else { return }
    clearok(cn_curscr(), true)
    wrefresh(cn_stdscr())
  }

  public func suspend() {
    guard isUp else { return }
    hideScreen()
    cn_stop_process()
    showScreen()
  }

  /// Draws everything again, after something else may have used the terminal.
  func showScreen() {
    reset_prog_mode()
    arm()
    TerminalModes.enable(mouse: hasMouse)
    if understandsMore { TerminalModes.keepTitle() }
    if let title { TerminalModes.setTitle(title) }
    clearok(cn_curscr(), true)
    wrefresh(cn_stdscr())
    inbox.append(.resumed)
    noticeResize()
  }

  /// Reports the size of the window if it is a new one.
  func noticeResize() {
    let old = size
    fitWindow()
    guard size != old else { return }
    werase(cn_stdscr())
    shown = nil
    inbox.append(.resize(size))
  }

  private func hideScreen() {
    TerminalModes.disable(title: understandsMore)
    endwin()
    TerminalModes.showCursor()
    if let due = answerDue, due > .now { events.awaitInput(milliseconds: 100) }
    answerDue = nil
    endInput()
    cn_restore_disarm()
    var modes = shellModes
    tcsetattr(STDIN_FILENO, TCSADRAIN, &modes)
    // What the mouse still sent is no command for the shell.
    tcflush(STDIN_FILENO, TCIFLUSH)
  }

  private func arm() {
    var modes = shellModes
    cn_restore_arm(&modes, restoreText, restoreText.utf8.count)
  }

  private func fitWindow() {
    var window = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 {
      resizeterm(Int32(window.ws_row), Int32(window.ws_col))
    }
    size = Size(width: Int(getmaxx(cn_stdscr())), height: Int(getmaxy(cn_stdscr())))
  }
}
