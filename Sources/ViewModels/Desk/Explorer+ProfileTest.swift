import ExplorerStorage

extension Explorer {
  /// What can be done while a profile's trial is shown.
  mutating func runInProfileTest(_ command: Command) -> [Effect]? {
    guard let test = profileTest else { return nil }
    switch command {
    case .testProfile:
      profileTest = ProfileTest(test.profile)
      return [.testProfile(test.profile)]
    case .openTestedCall:
      guard let inspection = test.inspection else {
        notice = Notice("No call has been made for this trial yet.")
        return []
      }
      profileTest = nil
      pin(inspection, madeUnder: .profile(test.profile))
      return [.cancelProfileTest]
    case .cancel, .quit:
      profileTest = nil
      return [.cancelProfileTest] + openSwitcher(selecting: test.profile.name)
    default: return nil
    }
  }
}
