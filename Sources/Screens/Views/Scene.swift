import FoundationEssentials
import Terminal
import ViewModels

/// What every view draws from.
struct Scene {
  var explorer: Explorer
  var theme: Theme
  let keyMap: KeyMap
  let timeZone: TimeZone
  /// The themes in the window of the list to choose from.
  var samples: [String: Theme] = [:]
}
