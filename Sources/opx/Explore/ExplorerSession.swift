import CursesTerminal
import ExplorerStorage
import FoundationEssentials
import Glibc
import OpenPayments
import Screens
import Terminal
import ViewModels

/// One run of the explorer on the screen, from taking over the terminal to giving it back.
@MainActor
struct ExplorerSession {
  let wiring: ExplorerWiring

  private var appearance: AppearanceStart { wiring.appearance }

  /// - Returns: how the program is to end.
  /// - Throws: ``CommandFailure`` if this is no terminal to draw on; then nothing was drawn.
  func run() throws -> Ending {
    let terminal = try openTerminal()
    defer { terminal.leave() }
    let inbox = Inbox()
    let clipboard = Clipboard(environment: wiring.environment)
    let runner = wiring.runner(clipboard: clipboard, send: inbox.receive)
    let (keyMap, problems) = KeyMap.ofUser(Paths(environment: wiring.environment))
    var outbox: [Effect] = []
    let app = ExplorerApp(
      explorer: wiring.explorer(keys: keyMap.commandKeys, problems: problems.map { "\($0)" }), terminal: terminal,
      themes: appearance.library, theme: appearance.theme, keyMap: keyMap, timeZone: .current,
      now: TimeSource.system.now, perform: { outbox.append($0) })
    inbox.app = app
    app.draw()
    app.start()
    let history = wiring.connection.history
    let listening = Task { for await event in history.events { inbox.receive(.history(.changed(event))) } }
    let locks = wiring.connection.locks
    let watching = Task { for await event in locks.events { inbox.receive(.waitedForLock(event)) } }
    defer { [listening, watching].forEach { $0.cancel() } }
    let watch = ThemeWatch(appearance.files) { app.use($0, entries: $1) }
    defer { watch.stop() }
    var ending: Ending?
    terminal.run { event in
      switch event {
      case .terminate(let signal): ending = ending ?? .signal(signal)
      case .closed: ending = ending ?? .signal(SIGHUP)
      default: break
      }
      app.handle(event)
    } beforeWait: {
      if app.hasQuit { terminal.stop() } else { app.draw() }
      // The frame comes first: what takes its time anyway can wait that long.
      let effects = outbox
      outbox = []
      effects.forEach(runner.perform)
    }
    runner.stop()
    // Nobody should wait for a file to have the terminal back.
    terminal.leave()
    wiring.keep(app.explorer)
    clipboard.end()
    return ending ?? .status(0)
  }

  private func openTerminal() throws -> CursesTerminal {
    do {
      return try CursesTerminal(colors: appearance.colors, mouse: appearance.hasMouse, ascii: appearance.ascii)
    } catch {
      throw CommandFailure(
        .usage, "\(error); opx --plain asks line by line, and opx --help lists what needs no terminal")
    }
  }
}

/// Where results arrive for an app that is made after those who send them.
@MainActor
private final class Inbox {
  var app: ExplorerApp?

  func receive(_ action: Action) { app?.receive(action) }
}
