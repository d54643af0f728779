import CursesTerminal
import Dispatch
import ExplorerStorage
import FoundationEssentials
import Glibc
import OpenPayments
import Screens
import ViewModels

/// One run of the explorer as a dialogue of lines on standard input and output.
@MainActor
final class PlainSession {
  private let wiring: ExplorerWiring
  private let clipboard: Clipboard
  private let runner: EffectRunner
  private let app: PlainApp
  private var signals: SignalWatch?

  init(_ wiring: ExplorerWiring) {
    self.wiring = wiring
    let inbox = Inbox()
    clipboard = Clipboard(environment: wiring.environment)
    let runner = wiring.runner(clipboard: clipboard, send: inbox.receive)
    app = PlainApp(
      explorer: wiring.explorer(keys: .plain, problems: []), now: TimeSource.system.now,
      prompt: isatty(STDIN_FILENO) == 1 ? "> " : "",
      isASCII: wiring.appearance.ascii ?? !Self.isUTF8(wiring.environment), write: Self.write,
      perform: runner.perform)
    self.runner = runner
    inbox.session = self
  }

  /// Ends the program once the dialogue is over.
  func run() -> Never {
    signals = SignalWatch([SIGINT, SIGTERM, SIGHUP]) { self.interrupt($0) }
    app.start()
    after()
    readLines()
    MainQueue.serve()
  }

  private func interrupt(_ signal: Int32) {
    if signal == SIGINT { app.interrupt() }
    if signal != SIGINT || app.hasQuit { end(.signal(signal)) }
  }

  /// Lines are read by a thread that may block.
  private func readLines() {
    DispatchQueue(label: "lines").async { [weak self] in
      while let line = readLine() { DispatchQueue.main.async { self?.take(line) } }
      DispatchQueue.main.async { self?.endInput() }
    }
  }

  private func take(_ line: String) {
    app.take(line)
    after()
  }

  private func endInput() {
    app.endInput()
    after()
  }

  private func receive(_ action: Action) {
    app.receive(action)
    after()
  }

  private func after() {
    if app.hasQuit { end(.status(0)) }
  }

  private func end(_ ending: Ending) -> Never {
    signals?.letThrough()
    runner.stop()
    wiring.keep(app.explorer)
    clipboard.end()
    wiring.connection.waitForHistory()
    ending.take()
  }

  private static func write(_ text: String) {
    let bytes = Array(text.utf8)
    do throws(CommandFailure) { try StandardOutput.write(bytes) } catch { error.exit() }
  }

  private static func isUTF8(_ environment: [String: String]) -> Bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    return ["UTF-8", "UTF8"].contains { locale.uppercased().hasSuffix($0) }
  }

  /// Where results arrive for a session that is made after those who send them.
  @MainActor
  private final class Inbox {
    weak var session: PlainSession?

    func receive(_ action: Action) { session?.receive(action) }
  }
}
