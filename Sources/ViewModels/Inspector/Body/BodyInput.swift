/// What is being typed to find something in a body.
public struct BodyInput: Sendable, Hashable {
  public enum Purpose: Sendable, Hashable {
    /// Text to look for in keys and values.
    case search
  }

  public let purpose: Purpose
  public internal(set) var field = TextField()
  /// The row where one was when typing began.
  let origin: Int

  init(_ purpose: Purpose, origin: Int) {
    self.purpose = purpose
    self.origin = origin
  }
}
