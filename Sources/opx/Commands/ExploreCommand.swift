import ArgumentParser
import ViewModels

/// The explorer on the whole screen.
struct ExploreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore", abstract: "Explore on the whole screen (what opx does without a subcommand).")

  @Argument(
    help: ArgumentHelp(
      "Place to begin at: country/city/BIC@profile, the last three of them if wanted, such as se/stockholm/HANDSESS.",
      valueName: "place"),
    transform: Self.address)
  var place: Address?

  @OptionGroup var connection: ConnectionOptions

  @OptionGroup var appearance: AppearanceOptions

  @Flag(help: "Read out and ask, line by line, in place of drawing: for screen readers, scripts and simple terminals.")
  var plain = false

  private static func address(_ text: String) throws -> Address {
    guard let address = Address(text) else {
      throw ValidationError(Subcommands.problem(text, in: []))
    }
    return address
  }

  func run() throws {
    try Exploration(
      connection: connection.request(), appearance: appearance.request, place: place,
      isPlain: plain
    ).run()
  }
}
