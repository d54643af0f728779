import ExplorerStorage
import Screens
import Terminal
import ViewModels

/// How the screen looks at the start.
struct AppearanceStart {
  let library: ThemeLibrary
  let chosen: Appearance
  let theme: Theme
  let problems: [Sentence]
  let files: ThemeFiles
  let choiceFile: ThemeChoiceFile
  let arrangementFile: ArrangementFile
  let arrangement: Arrangement
  /// Nil leaves it to the locale.
  let ascii: Bool?
  let hasMotion: Bool
  let hasMouse: Bool
  /// Nil for as many as the terminal has.
  let colors: ColorDepth?
}
