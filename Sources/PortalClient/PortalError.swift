import HTTPTypes
import JSONText
public import OpenPayments

/// Why the portal did not do what it was asked, or could not be asked.
public struct PortalError: Error, Sendable, Hashable {
  /// What is wrong with one of the things that were sent.
  public struct Problem: Sendable, Hashable {
    /// Its name on the wire, such as `redirect_uris`.
    public let field: String
    /// A sentence.
    public let text: String

    public init(field: String, text: String) {
      self.field = field
      self.text = text
    }
  }

  /// A sentence.
  public let message: String
  public let problems: [Problem]
  /// The call that failed, if one was made.
  public let exchange: Exchange?
  public let isCancelled: Bool

  public init(_ message: String, problems: [Problem] = [], exchange: Exchange? = nil, isCancelled: Bool = false) {
    self.message = message
    self.problems = problems
    self.exchange = exchange
    self.isCancelled = isCancelled
  }

  init(_ error: OpenPaymentsError) {
    let words = error.message
    self.init(
      "\(words.prefix(1).uppercased())\(words.dropFirst()).", exchange: error.exchange,
      isCancelled: error.kind == .cancelled)
  }

  /// Of an answer whose status is not the one hoped for.
  init(refusal answer: RecordedCaller.Answer) {
    let root = JSONDocument(answer.body).root
    let text = root?["error_description"]?.string ?? root?["error"]?.string
    let problems = root?["problems"]?.elements.compactMap { json -> Problem? in
      guard let field = json["field"]?.string, let text = json["text"]?.string else { return nil }
      return Problem(field: field, text: text)
    }
    self.init(
      text ?? "The answer has the status \(answer.response.status.code).", problems: problems ?? [],
      exchange: answer.exchange)
  }
}
