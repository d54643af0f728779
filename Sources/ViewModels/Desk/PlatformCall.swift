/// A call of the platform, which is made as somebody.
public enum PlatformCall: Sendable, Hashable {
  case call(CallRoom.Call)
  case comparison(ComparisonRoom.Call)
  case copying(CopyingRoom.Call)
  case guide(Guide.Call)
  case profiles(ProfilesRoom.Call)
  case token(TokenRoom.Call)

  /// Load, in place of what may be loading for the same column.
  case load(LoadKey)
  /// Read what is not known of the directory yet.
  case walk(WalkPlan)
}
