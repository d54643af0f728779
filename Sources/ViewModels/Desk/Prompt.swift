public import ExplorerStorage

/// One line that is being typed.
public struct Prompt: Sendable, Hashable {
  /// What becomes of the text.
  public enum Purpose: Sendable, Hashable {
    /// The name of a file for something to be saved.
    case save(SaveSource)
    /// Something to be done, by its word.
    case command
    /// What the history lists follows as it is typed; without it, what it listed before.
    case historyFilter(before: HistoryQuery)
  }

  /// A text put in place of the one typed.
  public struct Completion: Sendable, Hashable {
    public let typed: String
    public let position: Int
    /// How many there are to choose from.
    public let count: Int
  }

  public let purpose: Purpose
  public internal(set) var field: TextField
  /// Why the text typed before could not be used.
  public internal(set) var problem: String?
  public private(set) var completion: Completion?

  init(_ purpose: Purpose, text: String = "", problem: String? = nil) {
    self.purpose = purpose
    field = TextField(text)
    self.problem = problem
  }

  public var text: String { field.text }

  public var title: String {
    switch purpose {
    case .save(.body): "Save the body as"
    case .save(.run), .save(.exchanges): "Save the calls as an HTTP archive (HAR)"
    case .command: "Command"
    case .historyFilter: "Filter the history"
    }
  }

  mutating func edit(_ change: (inout TextField) -> Void) {
    change(&field)
    (problem, completion) = (nil, nil)
  }

  mutating func take(_ text: String, as completion: Completion) {
    field = TextField(text)
    self.completion = completion
    problem = nil
  }
}
