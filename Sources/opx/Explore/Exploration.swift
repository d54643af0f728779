import CursesTerminal
import ExplorerStorage
import FoundationEssentials
import Glibc
import ViewModels

/// What the program does without a subcommand: everything from the first thread to the end.
struct Exploration {
  var connection = ConnectionRequest()
  var appearance = AppearanceRequest()
  var place: Address?
  var isPlain = false

  func run() throws {
    Heap.keepSmall()
    let environment = ProcessInfo.processInfo.environment
    let paths = Paths(environment: environment)
    // A terminal that can't be drawn on can be read out on.
    let isPlain = isPlain || environment["TERM"] == "dumb"
    if !isPlain { CursesTerminal.prepareProcess(descriptions: paths.terminals) }
    let connection = try request().connection(
      standIn: .forDefault, environment: environment, isOnScreen: !isPlain)
    let appearance = try appearance.appearance(connection.settings, paths, environment)
    let ending = try MainActor.assumeIsolated {
      let wiring = ExplorerWiring(
        environment: environment, connection: connection, appearance: appearance, place: place)
      if isPlain { PlainSession(wiring).run() }
      return try ExplorerSession(wiring: wiring).run()
    }
    // The screen is given back by now; nobody waits for this but the shell.
    connection.waitForHistory()
    ending.take()
  }

  private func request() throws(CommandFailure) -> ConnectionRequest {
    guard let profile = place?.profile else { return connection }
    guard connection.profile == nil || connection.profile == profile else {
      throw CommandFailure(.usage, "the place is under \(profile), but --profile is \(connection.profile ?? "")")
    }
    var request = connection
    request.profile = profile
    return request
  }
}
