import ExplorerStorage
import OpenPayments

/// Work that may be in each other's way, or has to come one after the other.
enum Lane: Hashable {
  case load(LoadKey.Kind), rest(LoadKey.Kind), walk, call, tick, file
  case finding, gathering
  case history, comparison
  case profiles, profileTest, check(ProfileTag), renewal(ProfileTag)
  case guideCall, rehearsal, signIns, progress
  case marks, place(profile: String), theme, arrangement
}
