/// A call of the platform, which is made as somebody.
public enum PlatformCall: Sendable, Hashable {
  case browser(BrowserRoom.Call)
  case call(CallRoom.Call)
  case comparison(ComparisonRoom.Call)
  case copying(CopyingRoom.Call)
  case guide(Guide.Call)
  case profiles(ProfilesRoom.Call)
  case token(TokenRoom.Call)
}
