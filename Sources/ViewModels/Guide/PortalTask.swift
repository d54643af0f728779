public import PortalClient

/// Something to be done at the built-in sandbox's portal.
public enum PortalTask: Sendable, Hashable {
  case read
  case register(ApplicationDraft)
  case removeApplication(PortalApplication)
  case addTestUser(TestUserDraft)
  case removeTestUser(PortalTestUser)
  case decide(WaitingSignIn, isApproved: Bool)
  /// End a sign-in of one's own that was left.
  case withdraw(WaitingSignIn)
}

/// What came of it, with what the portal keeps by now.
public struct PortalOutcome: Sendable, Equatable {
  public let contents: Portal.Contents
  /// With its secret, which nobody tells again.
  public let new: NewApplication?
  /// Why the portal forgets everything when the program ends; nil if it doesn't.
  public let trouble: String?

  public init(contents: Portal.Contents, new: NewApplication? = nil, trouble: String? = nil) {
    self.contents = contents
    self.new = new
    self.trouble = trouble
  }
}
