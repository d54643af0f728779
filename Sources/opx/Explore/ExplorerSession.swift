import CursesTerminal
import ExplorerStorage
import FoundationEssentials
import Glibc
import OpenPayments
import Screens
import Terminal
import ViewModels

/// One run of the explorer, from taking over the terminal to giving it back.
@MainActor
struct ExplorerSession {
  private let connection: Connection
  private let appearance: AppearanceStart
  private let file: InputFile?
  private let place: Address?

  /// - Parameters:
  ///   - file: what to look at in place of the platform.
  ///   - place: where to begin; nil for where the profile was left.
  init(_ connection: Connection, _ appearance: AppearanceStart, file: InputFile? = nil, place: Address? = nil) {
    self.connection = connection
    self.place = place
    self.appearance = appearance
    self.file = file
  }

  /// - Returns: the exit status.
  /// - Throws: ``CommandFailure`` if this is no terminal to draw on; then nothing was drawn.
  func run() throws -> Int32 {
    let terminal = try openTerminal()
    defer { terminal.leave() }
    let log = ExchangeLog(capacity: 2000, bodyLimit: 4 * 1024 * 1024)
    let clients = ProfileClients(connection.clients, log: log)
    let inbox = Inbox()
    let runner = EffectRunner(
      connect: { (profile) throws(LoadFailure) in
        try await clients.client(for: profile) { action in Task { @MainActor in inbox.receive(action) } }
      }, desktop: desktop(ProcessInfo.processInfo.environment, log), history: connection.history.store,
      profiles: connection.profileFiles, guide: connection.guideTools(log: log),
      places: connection.placeKeeper,
      screen: ScreenKeeper(
        keepTheme: { [file = appearance.choiceFile] choice in await Connection.aside { file.note(choice) } },
        keepArrangement: { [file = appearance.arrangementFile] panes in await Connection.aside { file.note(panes) } }),
      send: inbox.receive)
    let catalogue = connection.catalogue
    let (keyMap, problems) = KeyMap.ofUser(Paths(environment: ProcessInfo.processInfo.environment))
    let places = file == nil ? connection.places.read() : Places()
    let app = ExplorerApp(
      explorer: Explorer(
        shelf: connection.shelf, profile: catalogue.chosen, now: Date(),
        history: connection.history.settings,
        problems: problems.map { "\($0)" } + appearance.problems.map { "\($0)" },
        progress: connection.guideProgress.read(),
        marks: places.marks.compactMapValues(Address.init),
        destination: place ?? places.last[catalogue.chosen.name].flatMap(Address.init),
        appearance: appearance.chosen, arrangement: appearance.arrangementFile.read(),
        isMouseOn: appearance.hasMouse, hasMotion: appearance.hasMotion, contexts: keyMap.contexts, timeZone: .current,
        file: file.map { FileReading(name: $0.path, size: $0.size) }), terminal: terminal,
      themes: appearance.library, keyMap: keyMap,
      timeZone: .current, now: { Date() },
      perform: runner.perform)
    inbox.app = app
    app.draw()
    app.start()
    let listening = Task { for await event in connection.history.events { inbox.receive(.historyChanged(event)) } }
    defer { listening.cancel() }
    let watch = ThemeWatch(appearance.files) { app.use($0, entries: $1) }
    defer { watch.stop() }
    var status: Int32 = 0
    terminal.run { event in
      switch event {
      case .terminate(let signal): status = 128 + signal
      case .closed: status = 128 + SIGHUP
      default: break
      }
      app.handle(event)
    } beforeWait: {
      if app.hasQuit { terminal.stop() } else { app.draw() }
    }
    runner.stop()
    // Nobody should wait for a file to have the terminal back.
    terminal.leave()
    keepPlace(of: app.explorer)
    if app.explorer.appearance.choice != appearance.chosen.choice {
      appearance.choiceFile.note(app.explorer.appearance.choice)
    }
    return status
  }

  /// The next run of the profile begins here, however this one ended.
  private func keepPlace(of explorer: ViewModels.Explorer) {
    guard file == nil, let address = explorer.place else { return }
    connection.places.noteLast(address.description, of: explorer.profile.name)
  }

  private func desktop(_ environment: [String: String], _ log: ExchangeLog) -> Desktop {
    let clipboard = Clipboard(environment: environment)
    return Desktop(
      copyText: clipboard.copy, writeFile: { SavedFile.write($0, to: $1, home: environment["HOME"]) },
      makeArchive: { HTTPArchive($0 ?? log.exchanges, creator: .opx).utf8() },
      readFile: { [file] tell in await file?.readAside(tell) })
  }

  private func openTerminal() throws -> CursesTerminal {
    do {
      return try CursesTerminal(colors: appearance.colors, mouse: appearance.hasMouse, ascii: appearance.ascii)
    } catch {
      throw CommandFailure(.usage, "\(error); opx --help lists the subcommands that need no terminal")
    }
  }
}

/// Where results arrive for an app that is made after those who send them.
@MainActor
private final class Inbox {
  var app: ExplorerApp?

  func receive(_ action: Action) { app?.receive(action) }
}
