import ExplorerStorage
import Screens
import Terminal
import ViewModels

/// How the screen looks, as far as somebody says for this run; without a word the settings and the terminal decide.
struct AppearanceRequest {
  static let depths = ColorDepth.allCases.map(\.rawValue).joined(separator: ", ")

  var theme: String?
  var colors: ColorDepth?

  func appearance(_ settings: Settings, _ paths: Paths, _ environment: [String: String]) throws -> AppearanceStart {
    let files = ThemeFiles(
      folder: paths.themes, contrast: try settings.number(.contrast, in: 1...21) ?? Theme.standardContrast)
    let fixed = theme ?? settings[.theme]
    let arrangementFile = ArrangementFile(path: paths.arrangement)
    let choiceFile = ThemeChoiceFile(path: paths.themeChoice)
    var choice = choiceFile.read(
      standard: ThemeChoice(dark: ThemeLibrary.standard.dark, light: ThemeLibrary.standard.light))
    choice.dark = settings[.themeDark] ?? choice.dark
    choice.light = settings[.themeLight] ?? choice.light
    choice.isLight = Self.isLight(environment) ?? choice.isLight
    let chosen = Appearance(choice: choice, fixed: fixed)
    let library = files.library(for: chosen.theme)
    // What a file says that isn't there any more is told on the screen, but somebody who asks for it now wants to know.
    if theme != nil, !library.names.contains(chosen.theme) {
      throw CommandFailure(
        .configuration,
        "there is no theme \(chosen.theme.debugDescription): not among those of opx, and not in \(paths.themes); opx themes lists them"
      )
    }
    let (theme, problems) = library.theme(named: chosen.theme)
    return AppearanceStart(
      library: library, chosen: chosen.with(names: library.names), theme: theme,
      problems: library.names.contains(chosen.theme)
        ? problems.map { "\($0)" } : [Self.missing(chosen.theme, settings)],
      files: files, choiceFile: choiceFile, arrangementFile: arrangementFile, arrangement: arrangementFile.read(),
      ascii: try settings[.ascii].map { _ in try settings.isOn(.ascii, otherwise: false) },
      hasMotion: try settings.isOn(.motion, otherwise: true), hasMouse: try settings.isOn(.mouse, otherwise: true),
      colors: try colors(settings, usesColor: (environment["NO_COLOR"] ?? "").isEmpty))
  }

  private static func missing(_ name: String, _ settings: Settings) -> Sentence {
    let setting = [Setting.theme, .themeDark, .themeLight].first { settings[$0] == name }
    return
      "\(setting.map(settings.source) ?? "The theme chosen last"): there is no theme \"\(name)\"; \(key: .themes) lists them"
  }

  private func colors(_ settings: Settings, usesColor: Bool) throws -> ColorDepth? {
    if let colors { return colors }
    guard let text = settings[.colors] else { return usesColor ? nil : ColorDepth.none }
    guard let depth = ColorDepth(rawValue: text) else {
      throw CommandFailure(
        .configuration, "\(settings.source(of: .colors)) must be one of \(Self.depths), not \"\(text)\"")
    }
    return depth
  }

  /// What some terminals put into the environment (`COLORFGBG`, such as `15;0`): the last number is the background's.
  private static func isLight(_ environment: [String: String]) -> Bool? {
    guard let background = environment["COLORFGBG"]?.split(separator: ";").last else { return nil }
    return background == "7" || background == "15"
  }
}
