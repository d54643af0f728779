import ArgumentParser
import ExplorerStorage

struct ProfilesRemoveCommand: BackgroundCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove a profile, with the secret that was kept for it alone.")

  @Argument(help: "The profile.")
  var name: String

  func run() async throws {
    let list = try ProfileStore.standard.change(.remove(name: name))
    list.tellProblems()
    StandardError.print("opx: removed \(name)")
  }
}
