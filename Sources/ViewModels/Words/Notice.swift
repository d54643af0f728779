/// A short message in the footer.
public struct Notice: Sendable, Hashable {
  public let sentence: Sentence

  public init(_ sentence: Sentence) { self.sentence = sentence }

  /// Of words without capital and full stop.
  init(sentence: String) { self.init("\(sentence.prefix(1).uppercased())\(sentence.dropFirst()).") }

  public func text(_ keys: CommandKeys) -> String { sentence.text(keys) }
}
