public import ExplorerStorage
public import OpenPayments

/// One line that is being typed.
public struct Prompt: Sendable, Hashable {
  /// What becomes of the text.
  public enum Purpose: Sendable, Hashable {
    case saveBody(Exchange)
    /// What the history lists follows as it is typed; without it, what it listed before.
    case historyFilter(before: HistoryQuery)
  }

  public let purpose: Purpose
  public internal(set) var text: String
  /// Why the text typed before could not be used.
  public internal(set) var problem: String?

  init(_ purpose: Purpose, text: String = "", problem: String? = nil) {
    self.purpose = purpose
    self.text = text
    self.problem = problem
  }

  public var title: String {
    switch purpose {
    case .saveBody: "Save the body as"
    case .historyFilter: "Filter the history"
    }
  }
}
