/// A short message in the footer.
public struct Notice: Sendable, Hashable {
  public let text: String

  public init(_ text: String) { self.text = text }

  /// Of words without capital and full stop.
  init(sentence: String) { self.init("\(sentence.prefix(1).uppercased())\(sentence.dropFirst()).") }
}
