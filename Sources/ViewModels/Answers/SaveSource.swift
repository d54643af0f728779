public import OpenPayments

/// What is written to a file.
public enum SaveSource: Sendable, Hashable {
  /// An answer's body, byte for byte.
  case body(Exchange)
  /// The calls of this run that are kept, as an HTTP archive.
  case run
  /// These calls, and what came before them, as an HTTP archive.
  case exchanges([Exchange])
}
