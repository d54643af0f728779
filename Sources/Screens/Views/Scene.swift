import FoundationEssentials
import Terminal
import ViewModels

/// What every view draws from.
struct Scene {
  let explorer: Explorer
  let theme: Theme
  let keyMap: KeyMap
  let timeZone: TimeZone
}
