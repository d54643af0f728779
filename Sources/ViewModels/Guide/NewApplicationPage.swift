public import PortalClient

/// A new application, shown with its secret until somebody has kept it.
public struct NewApplicationPage: Sendable, Hashable {
  public let new: NewApplication
  /// Whether the secret has gone anywhere from here.
  var isKept = false

  init(_ new: NewApplication) { self.new = new }
}
