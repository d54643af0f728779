public import ExplorerStorage
public import PortalClient

/// What the guide needs from outside.
public struct GuideTools: Sendable {
  /// Gives the client of the built-in sandbox's portal, which may have to start first.
  let portal: @Sendable () async throws(LoadFailure) -> Portal
  /// Why the portal keeps nothing for later runs; nil if it does.
  let portalTrouble: @Sendable () async -> String?
  let keepProgress: @Sendable (GuideProgress) async -> Void

  public init(
    portal: @escaping @Sendable () async throws(LoadFailure) -> Portal = { () throws(LoadFailure) in
      throw LoadFailure(message: "There is no sandbox.", suggestion: "Nothing was called.")
    }, portalTrouble: @escaping @Sendable () async -> String? = { nil },
    keepProgress: @escaping @Sendable (GuideProgress) async -> Void = { _ in }
  ) {
    self.portal = portal
    self.portalTrouble = portalTrouble
    self.keepProgress = keepProgress
  }
}
