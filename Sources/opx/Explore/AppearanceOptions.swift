import ArgumentParser
import Screens
import ShippedThemes

/// How the screen looks, as far as the command line says.
struct AppearanceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Colours: \(ShippedThemes.all.map(\.name).joined(separator: ", ")) (default: what suits the terminal).",
      valueName: "name"))
  var theme: ThemeArgument?

  func appearance(_ environment: [String: String]) throws -> Appearance {
    let usesColor = (environment["NO_COLOR"] ?? "").isEmpty
    let choice =
      theme ?? environment["OPX_THEME"].flatMap(ThemeArgument.init) ?? .suiting(environment, usesColor: usesColor)
    return Appearance(theme: try Theme(yaml: choice.yaml), usesColor: usesColor)
  }
}

/// How the screen looks.
struct Appearance {
  let theme: Theme
  let usesColor: Bool
}

/// The name of a shipped theme.
struct ThemeArgument: ExpressibleByArgument {
  let yaml: String

  init?(argument: String) {
    guard let theme = ShippedThemes.all.first(where: { $0.name == argument }) else { return nil }
    yaml = String(decoding: theme.yaml, as: UTF8.self)
  }

  private init(_ index: Int) { yaml = String(decoding: ShippedThemes.all[index].yaml, as: UTF8.self) }

  /// Dark, unless the terminal says that its background is light (`COLORFGBG`) or there is no colour.
  static func suiting(_ environment: [String: String], usesColor: Bool) -> ThemeArgument {
    let background = environment["COLORFGBG"]?.split(separator: ";").last
    let name = !usesColor ? "monochrome" : background == "7" || background == "15" ? "light" : "dark"
    return ThemeArgument(argument: name) ?? ThemeArgument(0)
  }
}
