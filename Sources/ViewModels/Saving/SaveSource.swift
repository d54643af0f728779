public import OpenPayments

/// What is written to a file.
public enum SaveSource: Sendable, Hashable {
  /// An answer's body, byte for byte.
  case body(Exchange)
  /// All calls of this run, as an HTTP archive.
  case run
  /// These calls, and what came before them, as an HTTP archive.
  case exchanges([Exchange])
}
