import JSONText

/// What the platform itself said of a refusal: OAuth's `error` members, or `tppMessages`.
public struct PlatformWords: Sendable, Hashable {
  /// One of the messages by which psd2 tells what is wrong.
  public struct Message: Sendable, Hashable {
    /// `ERROR` or `WARNING`.
    public let category: String
    /// `FORMAT_ERROR`, `TOKEN_EXPIRED`, …: free text, since documents and reality disagree.
    public let code: String
    /// What is wrong, in words; nil if not sent.
    public let text: String?
  }

  /// OAuth 2 error code, RFC 6749 section 5.2.
  public let error: String?
  /// OAuth 2 `error_description`.
  public let errorDescription: String?
  /// psd2's `tppMessages`, at most 20.
  public let messages: [Message]

  /// A longer answer is no error message, and reading it would take its time.
  private static let longestBody = 1 << 20

  /// What an answer says whose secrets are masked already.
  init?(_ exchange: Exchange) {
    guard exchange.body.count <= Self.longestBody else { return nil }
    self.init(body: exchange.decodedText?.bytes ?? exchange.body, masking: Masking([]))
  }

  /// - Returns: nil if the body says nothing of the kind.
  init?(body: [UInt8], masking: Masking) {
    guard body.count <= Self.longestBody, let root = JSONDocument(body).root, root.kind == .object else { return nil }
    func text(_ value: JSONValue?) -> String? { value?.scalarText.map(masking.callAsFunction) }
    error = text(root["error"])
    errorDescription = text(root["error_description"])
    let list = root["tppMessages"]
    let items = list?.kind == .array ? list.map { Array($0.elements.prefix(20)) } ?? [] : list.map { [$0] } ?? []
    messages = items.filter { $0.kind == .object }.map {
      Message(category: text($0["category"]) ?? "", code: text($0["code"]) ?? "", text: text($0["text"]))
    }
    if error == nil, errorDescription == nil, messages.isEmpty { return nil }
  }

  /// On one line, at most 300 characters, without the full stops of its sentences: it stands within others.
  public var summary: String {
    let parts =
      [error, errorDescription].compactMap { $0 }
      + messages.map { message in
        message.text.map { "\(message.code): \($0)" } ?? message.code
      }
    let bare = parts.map { $0.hasSuffix(".") && !$0.hasSuffix("..") ? String($0.dropLast()) : $0 }
    let line = bare.filter { !$0.isEmpty }.joined(separator: "; ").prefix(301)
    return line.count > 300 ? line.prefix(299) + "…" : String(line)
  }
}
