import HTTPTypes
import JSONText
import OpenPayments

extension Explorer {
  mutating func copy(_ target: CopyTarget) {
    layers.closeOverlays()
    guard offers(target) else {
      notice = Notice(missing(target))
      return
    }
    if target == .difference, take(comparison.run(.copyDifference, in: world)) { return }
    guard let clipping = clipping(target) else {
      notice = Notice(missing(target))
      return
    }
    take(copying.copy(clipping))
  }

  mutating func copyWithToken() {
    layers.closeOverlays()
    let exchange = inspector.subject.inspection?.exchange
    let owner: (Caller?, String) =
      switch exchange.map(tokenOwner) {
      case .profile(let profile)?: (caller(of: profile), "")
      case .nobody(let reason)?: (nil, reason)
      case nil: (nil, "")
      }
    take(copying.copyWithToken(exchange, of: owner, in: world))
  }

  /// What there is to copy here; nil if there is nothing of the kind.
  private func clipping(_ target: CopyTarget) -> Clipping? {
    if let shown = comparison.shown { return shown.clipping(target) }
    let exchange = inspector.subject.inspection?.exchange
    switch target {
    case .value: return value
    case .key: return inspector.jsonLine?.key?.string.map { Clipping($0, "the key") }
    case .path: return inspector.path.map { Clipping($0, "the path") }
    case .identifier: return identifier
    case .address: return address.map { Clipping($0.description, "the address") }
    case .body:
      let text = exchange?.hasKeptBody == true ? inspector.subject.inspection?.text.bytes : nil
      return text.flatMap { String(validating: $0, as: UTF8.self) }.map { Clipping($0, "the body") }
    case .headers: return exchange?.answerText.map { Clipping($0, "the response's headers") }
    case .url: return exchange.map { Clipping($0.url, "the URL") }
    case .requestID: return exchange?.requestID.map { Clipping($0, "the X-Request-ID") }
    case .curl: return exchange.map { Clipping(code(of: $0).curl, "the call as curl") }
    case .swift: return exchange.map { Clipping(code(of: $0).swift, "the call in Swift") }
    case .python: return exchange.map { Clipping(code(of: $0).python, "the call in Python") }
    case .difference: return nil
    }
  }

  private func code(of exchange: Exchange) -> CallCode {
    CallCode(exchange, of: tokenOwner(of: exchange), among: profiles)
  }

  private var value: Clipping? {
    guard focus == .inspector else {
      return self[column].selected.map { Clipping($0.name, "the name") }
    }
    if let value = inspector.jsonLine?.value {
      let text = value.string ?? String(decoding: value.bytes, as: UTF8.self)
      return Clipping(text, inspector.path ?? "the value")
    }
    guard inspector.cursor < inspector.count else { return nil }
    return Clipping(inspector[inspector.cursor].pieces.map(\.text).joined(), "the line")
  }

  private var identifier: Clipping? {
    guard let row = self[column].selected else { return nil }
    let clipping =
      switch column {
      case .countries: Clipping(row.id, "the country code")
      case .cities: Clipping(row.id, "the city id")
      case .aspsps: Clipping(row.code, "the BIC")
      }
    return clipping.text.isEmpty ? nil : clipping
  }

  private func missing(_ target: CopyTarget) -> String {
    guard comparison.shown == nil else { return Comparison.missing(target) }
    return switch target {
    case .value: "There is nothing under the cursor to copy."
    case .key where inspector.jsonLine != nil: "This value has no key."
    case .key, .path:
      inspector.body?.tree == nil
        ? "Only a JSON body has keys and paths." : "Only Body shown as a tree has keys and paths: v turns to it."
    case .identifier: "Nothing is selected that has a code or an id."
    case .address: "Nothing is selected that has an address."
    case .body: "There is no body to copy, or it is not text. s saves it as it is."
    case .headers, .url, .curl, .swift, .python: "No answer has arrived yet."
    case .requestID: "This call carried no X-Request-ID."
    case .difference: "Nothing is compared here: D begins a comparison."
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

extension HTTPField.Name {
  static let requestID = HTTPField.Name("X-Request-ID")!
}
