import ExplorerStorage
import FoundationEssentials
import OpenPayments
import Screens
import ViewModels

/// What an explorer is made of, whether it is drawn or read out.
@MainActor
struct ExplorerWiring {
  let environment: [String: String]
  let connection: Connection
  let appearance: AppearanceStart
  var file: InputFile?
  var place: Address?

  /// - Parameters:
  ///   - clipboard: has to be ended with the explorer.
  ///   - send: takes what comes of effects.
  func runner(clipboard: Clipboard, send: @escaping @MainActor (Action) -> Void) -> EffectRunner {
    let log = ExchangeLog(capacity: 2000, bodyLimit: 4 * 1024 * 1024)
    let clients = ProfileClients(connection.clients, log: log)
    return EffectRunner(
      connect: { (caller) throws(LoadFailure) in
        try await clients.client(for: caller) { action in Task { @MainActor in send(action) } }
      }, rename: { await clients.rename($0) }, desktop: desktop(clipboard, log),
      history: connection.history.store,
      profiles: connection.profileFiles, guide: connection.guideTools(log: log),
      places: connection.placeKeeper,
      screen: ScreenKeeper(
        keepTheme: { [file = appearance.choiceFile] choice in await Connection.aside { file.note(choice) } },
        keepArrangement: { [file = appearance.arrangementFile] panes in await Connection.aside { file.note(panes) } }),
      now: TimeSource.system.now, send: send)
  }

  func explorer(keys: CommandKeys, problems: [Sentence]) -> ViewModels.Explorer {
    let places = file == nil ? connection.places.read() : Places()
    let profile = connection.catalogue.chosen
    return ViewModels.Explorer(
      shelf: connection.shelf, profile: profile, now: TimeSource.system.now(), history: connection.history.settings,
      problems: problems + appearance.problems
        + connection.paths.problems(history: connection.history.settings.isOn).map { "Kept files: \($0)." as Sentence },
      progress: connection.guideProgress.read(),
      marks: places.marks.compactMapValues(Address.init),
      destination: place ?? places.last[profile.name].flatMap(Address.init), appearance: appearance.chosen,
      arrangement: appearance.arrangement, isMouseOn: appearance.hasMouse, hasMotion: appearance.hasMotion,
      keys: keys, timeZone: .current, file: file.map { FileReading(name: $0.path, size: $0.size) })
  }

  /// The next run of the profile begins here, however this one ended.
  func keep(_ explorer: ViewModels.Explorer) {
    if file == nil, let address = explorer.place {
      connection.places.noteLast(address.description, of: explorer.profile.name)
    }
    if explorer.look.appearance.choice != appearance.chosen.choice {
      appearance.choiceFile.note(explorer.look.appearance.choice)
    }
    if explorer.look.arrangement != appearance.arrangement {
      appearance.arrangementFile.note(explorer.look.arrangement)
    }
  }

  private func desktop(_ clipboard: Clipboard, _ log: ExchangeLog) -> Desktop {
    Desktop(
      copyText: clipboard.copy,
      writeFile: { [home = environment["HOME"]] in SavedFile.write($0, to: $1, home: home) },
      makeArchive: { HTTPArchive($0 ?? log.exchanges, creator: .opx).utf8() },
      readFile: { [file] tell in await file?.readAside(tell) })
  }
}
