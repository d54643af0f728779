import ExplorerStorage

@testable import ViewModels

/// Work as tests ask for it, for whom no shelf has handed out tags.
extension ProfileTag {
  static let ofTests = ProfileTag(number: 0)
}

extension Caller {
  static func of(_ profile: Profile) -> Caller { Caller(profile, .ofTests) }
}

extension Effect {
  static func platform(_ call: PlatformCall, as profile: Profile) -> Effect { .platform(call, as: .of(profile)) }
  static func token(_ work: TokenRoom.Work, of profile: Profile) -> Effect { .token(work, of: .of(profile)) }
  static func retryNow(_ profile: Profile) -> Effect { .retryNow(.of(profile)) }
}

extension ProfilesRoom.Work {
  static func lookForTokens(_ profiles: [Profile]) -> ProfilesRoom.Work { .lookForTokens(profiles.map(Caller.of)) }
  static func rename(_ profile: Profile) -> ProfilesRoom.Work { .rename(.of(profile)) }
  static func forgetToken(_ profile: Profile) -> ProfilesRoom.Work { .forgetToken(.of(profile)) }
}
