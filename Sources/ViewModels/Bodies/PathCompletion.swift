public import JSONText

/// The names that may come next in a path expression, and which of them was put in last.
public struct PathCompletion: Sendable, Equatable {
  public let candidates: [JSONPathCompletion.Candidate]
  public internal(set) var chosen: Int?
  /// What stands before the name.
  public let stem: String

  /// nil if there is nothing to offer.
  init?(_ completion: JSONPathCompletion, of text: String) {
    guard !completion.candidates.isEmpty else { return nil }
    candidates = completion.candidates
    stem = String(decoding: text.utf8.prefix(completion.range.lowerBound), as: UTF8.self)
  }
}
