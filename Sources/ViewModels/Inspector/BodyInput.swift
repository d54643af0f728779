import JSONText

/// What is being typed to find something in a body.
public struct BodyInput: Sendable, Equatable {
  public enum Purpose: Sendable, Hashable {
    /// Text to look for in keys and values.
    case search
    /// A path expression.
    case query
  }

  public let purpose: Purpose
  public internal(set) var field: TextField
  /// What may be put in next.
  public internal(set) var completion: PathCompletion?
  /// The row where one was when typing began.
  let origin: Int

  init(_ purpose: Purpose, text: String = "", origin: Int) {
    self.purpose = purpose
    self.origin = origin
    field = TextField(text)
  }

  /// Puts in the next name that may stand here, the first one after the last.
  ///
  /// - Returns: whether there is one.
  mutating func complete(by distance: Int) -> Bool {
    guard var completion else { return false }
    let count = completion.candidates.count
    let chosen = completion.chosen.map { ($0 + distance + count) % count } ?? (distance > 0 ? 0 : count - 1)
    completion.chosen = chosen
    field = TextField(completion.stem + completion.candidates[chosen].text)
    self.completion = completion
    return true
  }
}
