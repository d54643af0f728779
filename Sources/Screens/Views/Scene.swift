import ExplorerStorage
import FoundationEssentials
import Terminal
import ViewModels

/// What every view draws from.
struct Scene {
  var explorer: Explorer
  var theme: Theme
  let keyMap: KeyMap
  let timeZone: LocalZone
  /// The themes in the window of the list to choose from.
  var samples: [String: Theme] = [:]
  /// What the footer can hint at.
  private(set) var hints: [KeyMap.Hint] = []
  private var hintedContext: Context?

  init(explorer: Explorer, theme: Theme, keyMap: KeyMap, timeZone: LocalZone) {
    (self.explorer, self.theme, self.keyMap, self.timeZone) = (explorer, theme, keyMap, timeZone)
  }

  func text(_ sentence: Sentence) -> String { sentence.text(explorer.keys) }

  /// Puts the hints into words where they are others than in the last frame.
  mutating func prepareHints() {
    let context = explorer.context
    guard context != hintedContext else { return }
    (hintedContext, hints) = (context, keyMap.hints(for: context))
  }
}
