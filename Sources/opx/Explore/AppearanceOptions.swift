import ArgumentParser
import Terminal

/// How the screen looks, as far as the command line says.
struct AppearanceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Colours, of a theme that opx themes lists (default: what suits the terminal).", valueName: "name"),
    transform: OptionText.nonEmpty)
  var theme: String?

  @Option(
    help: ArgumentHelp(
      "At most so many colours: \(AppearanceRequest.depths).", valueName: "number"), transform: Self.depth)
  var colors: ColorDepth?

  var request: AppearanceRequest { AppearanceRequest(theme: theme, colors: colors) }

  private static func depth(_ text: String) throws -> ColorDepth {
    guard let depth = ColorDepth(rawValue: text) else {
      throw ValidationError("it must be one of \(AppearanceRequest.depths)")
    }
    return depth
  }
}
