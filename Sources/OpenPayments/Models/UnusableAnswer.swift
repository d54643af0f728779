/// Why an answer can't be used although its status is no error.
public enum UnusableAnswer: Error, Sendable, Hashable {
  case empty
  /// Not JSON at all, such as a gateway's page; with the content type it claims.
  case notJSON(contentType: String?)
  case brokenJSON(offset: Int, reason: String)
  /// JSON of another shape than the platform documents.
  case unexpected(String)
  /// `tppMessages` in place of an answer.
  case messages
  /// Compressed, though nothing asked for that.
  case compressed(String)
  /// Compressed in a way that can't be undone.
  case brokenCompression(String)
  /// A redirect, which is shown and never followed; with where it points, query left out.
  case redirected(String?)
  /// More than this many bytes.
  case tooLarge(limit: Int)
  /// Within the bytes allowed, but of more values or items than could be meant; reading it would take too much memory.
  case tooManyValues
  /// The connection ended before the answer did.
  case cutShort
}
