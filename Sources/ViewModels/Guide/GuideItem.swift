public import PortalClient

/// A place on the guide's page.
public enum GuidePlace: Sendable, Hashable {
  case step(GuideStep)
  /// - Parameter position: among the items of the step that is shown.
  case item(position: Int)
}

/// Something to do or to look at in a step of the guide.
public enum GuideItem: Sendable, Hashable {
  case register
  case application(PortalApplication)
  /// The address of the hosted sandbox's portal.
  case portal
  /// A form for what that portal shows.
  case enterCredentials
  case addTestUser
  case testUser(PortalTestUser)
  case store(AppStore)
  case rehearse
  case rehearsed(Rehearsal.Step)
  /// A sign-in that waits for its second factor, of this program or another.
  case waiting(WaitingSignIn)
  case call(GuideCall)
  /// Over to the columns.
  case explore
}
