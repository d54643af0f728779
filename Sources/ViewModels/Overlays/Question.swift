public import FoundationEssentials

/// Something that is asked before it is done.
public struct Question: Sendable, Hashable {
  /// What is done if the answer is yes.
  public enum Purpose: Sendable, Hashable {
    case deleteExchanges([UUID])
  }

  public let purpose: Purpose
  public let text: String

  init(_ purpose: Purpose, _ text: String) {
    self.purpose = purpose
    self.text = text
  }
}
