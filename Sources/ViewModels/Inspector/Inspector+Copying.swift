import HTTPTypes
import JSONText
import OpenPayments

extension Inspector {
  /// What there is to copy of the exchange and of what is under the cursor; nil if there is nothing of the kind.
  func clipping(_ target: CopyTarget, _ keys: CommandKeys) -> Clipping? {
    let exchange = subject.inspection?.exchange
    switch target {
    case .value: return value(keys)
    case .key: return jsonLine?.key?.string.map { Clipping($0, "the key") }
    case .path: return path.map { Clipping($0, "the path") }
    case .body:
      let text = exchange?.hasKeptBody == true ? subject.inspection?.text.bytes : nil
      return text.flatMap { String(validating: $0, as: UTF8.self) }.map { Clipping($0, "the body") }
    case .headers: return exchange?.answerText.map { Clipping($0, "the response's headers") }
    case .url: return exchange.map { Clipping($0.url, "the URL") }
    case .requestID: return exchange?.requestID.map { Clipping($0, "the X-Request-ID") }
    case .identifier, .address, .curl, .swift, .python, .difference: return nil
    }
  }

  private func value(_ keys: CommandKeys) -> Clipping? {
    if let value = jsonLine?.value {
      let text = value.string ?? String(decoding: value.bytes, as: UTF8.self)
      return Clipping(text, path ?? "the value")
    }
    return cursor < count ? Clipping(self[cursor].spelled(keys).pieces.map(\.text).joined(), "the line") : nil
  }

  /// Why there is nothing of the kind to copy.
  func missing(_ target: CopyTarget) -> Sentence {
    switch target {
    case .value: "There is nothing under the cursor to copy."
    case .key where jsonLine != nil: "This value has no key."
    case .key, .path:
      body?.tree == nil
        ? "Only a JSON body has keys and paths."
        : "Only Body shown as a tree has keys and paths: \(key: .turnForm) turns to it."
    case .identifier: "Nothing is selected that has a code or an id."
    case .address: "Nothing is selected that has an address."
    case .body: "There is no body to copy, or it is not text. \(key: .saveBody) saves it as it is."
    case .headers, .url, .curl, .swift, .python: "No answer has arrived yet."
    case .requestID: "This call carried no X-Request-ID."
    case .difference: "Nothing is compared here: \(key: .compare) begins a comparison."
    }
  }
}

extension Exchange {
  /// Whether there was a body, if only an empty one, and it is here.
  fileprivate var hasKeptBody: Bool { !body.isEmpty || bodyLength == 0 && (response != nil || isFile) }

  /// The answer's head, a line each.
  fileprivate var answerText: String? {
    guard let statusLine, let response else { return nil }
    return ([statusLine] + response.headerFields.map { "\($0.name.rawName): \($0.value)" }).joined(separator: "\n")
  }
}
