/// How a body is shown.
public enum BodyForm: String, Sendable, Hashable, CaseIterable {
  /// A JSON document that folds.
  case tree
  /// The text as it came, long lines broken.
  case text
  case hex
}
