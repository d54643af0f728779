/// Something that is done only after a clear yes.
public struct Question: Sendable, Hashable {
  public let title: String
  public let text: Sentence
}
