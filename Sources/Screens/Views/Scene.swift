import FoundationEssentials
import Terminal
import ViewModels

/// What every view draws from.
struct Scene {
  let explorer: Explorer
  let theme: Theme
  let keyMap: KeyMap
  let timeZone: TimeZone
  /// The themes in the window of the list to choose from.
  var samples: [String: Theme] = [:]
}
