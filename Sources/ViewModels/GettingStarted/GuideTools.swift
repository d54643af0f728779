public import ExplorerStorage
public import PortalClient

/// What the guide needs from outside.
public struct GuideTools: Sendable {
  /// Gives the client of the built-in sandbox's portal, which may have to start first.
  let portal: @Sendable () async throws(LoadFailure) -> Portal
  let keepProgress: @Sendable (GuideProgress) async -> Void

  public init(
    portal: @escaping @Sendable () async throws(LoadFailure) -> Portal = { () throws(LoadFailure) in
      throw LoadFailure(message: "There is no sandbox.", suggestion: "Nothing was called.")
    }, keepProgress: @escaping @Sendable (GuideProgress) async -> Void = { _ in }
  ) {
    self.portal = portal
    self.keepProgress = keepProgress
  }
}
