/// A short message in the footer.
public struct Notice: Sendable, Hashable {
  public enum Kind: Sendable, Hashable { case information, warning }

  public let text: String
  public let kind: Kind

  public init(_ text: String, _ kind: Kind = .information) {
    self.text = text
    self.kind = kind
  }
}
