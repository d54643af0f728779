import ExplorerStorage
import Screens

extension KeyMap {
  /// The standard keys with the user's own in their place, and what is wrong with those.
  static func ofUser(_ paths: Paths) -> (map: KeyMap, problems: [ConfigurationError]) {
    let (entries, problems) = KeyFile.read(paths.keysFile)
    let (map, conflicts) = KeyMap.standard.rebound(by: entries)
    return (map, problems + conflicts)
  }
}
