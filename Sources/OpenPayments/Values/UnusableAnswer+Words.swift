extension UnusableAnswer {
  /// What is wrong with the answer.
  public var words: String {
    switch self {
    case .empty: "it has no body"
    case .notJSON(let type): "not JSON\(type.map { " but \($0)" } ?? "")"
    case .brokenJSON(let offset, let reason): "broken JSON at byte \(offset) (\(reason))"
    case .unexpected(let what): what
    case .messages: "it holds tppMessages in place of data"
    case .compressed(let coding): "compressed in a way not known here (\(coding))"
    case .brokenCompression(let coding): "its compression is broken (\(coding))"
    case .redirected(let target): "a redirect\(target.map { " to \($0)" } ?? "")"
    case .notModified(let condition):
      "304 Not Modified: nothing to show\(condition.map { ", as \($0) asked" } ?? "; the call carried no condition")"
    case .switchingProtocols(let target):
      "101 Switching Protocols: it would go on in \(target ?? "another protocol"), which the call did not ask for"
    case .tooLarge(let limit): "larger than \(limit >= 1_048_576 ? "\(limit / 1_048_576) MiB" : "\(limit) bytes")"
    case .tooManyValues: "it holds more values than a directory of banks could"
    case .cutShort: "the connection closed before its end"
    }
  }
}
