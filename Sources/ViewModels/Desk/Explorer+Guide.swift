import ExplorerStorage

extension Explorer {
  /// Whether a line points to the guide: until it was followed or dismissed, for those who have no profile yet.
  public var pointsToGuide: Bool {
    !guide.progress.isPointerDismissed && !layers.contains(.guide) && file == nil && shelf.stored.profiles.isEmpty
      && shelf.stored.problems.isEmpty && profile.isBuiltInSandbox
  }

  /// What is said on the guide's page.
  public var guideWords: GuideWords { GuideWords(guide, profiles, world) }
}
