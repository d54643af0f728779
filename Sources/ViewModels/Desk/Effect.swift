public import FoundationEssentials

/// Something to be done outside of the state, as the sum of what the rooms want; what comes of it returns as an ``Action``.
public enum Effect: Sendable, Hashable {
  /// Call the platform: nothing else needs a yes.
  case platform(PlatformCall, as: Caller)
  case browser(BrowserRoom.Work)
  case call(CallRoom.Work)
  case comparison(ComparisonRoom.Work)
  case copying(CopyingRoom.Work)
  case finder(Finder.Work)
  case guide(Guide.Work)
  case history(HistoryRoom.Work)
  case inspector(Inspector.Work)
  case look(LookRoom.Work)
  case places(PlacesRoom.Work)
  case profiles(ProfilesRoom.Work)
  case saving(SavingRoom.Work)
  case token(TokenRoom.Work, of: Caller)

  /// Let calls that wait to be made again go out at once.
  case retryNow(Caller)
  /// Wake up when something on screen is due to change; replaces an earlier one.
  case tick(at: Date?)
  /// Let secrets go to hosts that may have changed hands.
  case allow(hosts: [String])
  /// Read the file that the program was started with.
  case readFile
  /// Take the mouse, or leave it to the terminal.
  case useMouse(Bool)
  case suspend
  case redraw
  case quit
}
