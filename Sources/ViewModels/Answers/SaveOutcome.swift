/// What became of a file that was to be written.
public enum SaveOutcome: Sendable, Hashable {
  case saved(path: String, bytes: Int)
  /// Nothing was written; the reason is a sentence's end: `it exists already`.
  case failed(SaveSource, path: String, reason: String)
}
