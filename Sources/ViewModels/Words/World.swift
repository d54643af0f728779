import ExplorerStorage
import FoundationEssentials

/// What a room has to know of what is around it.
struct World: Sendable {
  let now: Date
  let timeZone: LocalZone
  let viewport: Viewport
  /// As whom calls are made.
  let caller: Caller
  /// Where one is: what was asked for in person shows itself only there.
  let standpoint: Standpoint
  /// How commands are named in what is said.
  let keys: CommandKeys

  var profile: Profile { caller.profile }
}
