/// One line that is being typed.
public struct Prompt: Sendable, Hashable {
  /// A text put in place of the one typed.
  public struct Completion: Sendable, Hashable {
    public let typed: String
    public let position: Int
    /// How many there are to choose from.
    public let count: Int
  }

  public let title: String
  public private(set) var field: TextField
  /// Why the text typed before could not be used.
  public internal(set) var problem: Sentence?
  public private(set) var completion: Completion?

  init(_ title: String, text: String = "", problem: Sentence? = nil) {
    self.title = title
    field = TextField(text)
    self.problem = problem
  }

  public var text: String { field.text }

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
