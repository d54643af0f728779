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
  /// Compressed in a way that this library doesn't know, and never asks for.
  case compressed(String)
  /// Compressed in a way that can't be undone.
  case brokenCompression(String)
  /// A redirect, which is shown and never followed; with where it points, query left out.
  case redirected(String?)
  /// 304, which has no body; with the field of the request that asked for it, if one did.
  case notModified(condition: String?)
  /// 101, which no call asks for; with what the server would go on in.
  case switchingProtocols(to: String?)
  /// More than this many bytes.
  case tooLarge(limit: Int)
  /// Within the bytes allowed, but of more values or items than could be meant; reading it would take too much memory.
  case tooManyValues
  /// The connection ended before the answer did.
  case cutShort
}
