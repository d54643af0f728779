/// A short message in the footer.
public struct Notice: Sendable, Hashable {
  public let text: String

  public init(_ text: String) { self.text = text }
}
