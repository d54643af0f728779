import ArgumentParser
import ExplorerStorage

struct ProfilesUseCommand: BackgroundCommand {
  static let configuration = CommandConfiguration(
    commandName: "use", abstract: "Set the profile that runs use which name none.")

  @Argument(help: "The profile.")
  var name: String?

  @Flag(help: "Set none.")
  var none = false

  func validate() throws {
    guard (name == nil) == none else { throw ValidationError("name a profile, or say --none") }
  }

  func run() async throws {
    let list = try ProfileStore.standard.change(.setDefault(name: name))
    list.tellProblems()
    StandardError.print("opx: \(name.map { "\($0) is the default now" } ?? "there is no default now")")
  }
}
