package import HTTPTypes
import JSONText

/// The names that say by themselves that a value is secret, wherever it stands: in header fields, URLs, forms and JSON.
/// One list for all that is recorded, kept or written.
package enum SensitiveNames {
  /// Of OAuth 2 and its extensions, OpenID Connect, the sandbox's sign-in, and what other services call the like. The
  /// platform's own API has none of them in a URL.
  private static let parameters: Set<String> = [
    "access_token", "accesstoken", "actor_token", "api_key", "apikey", "assertion", "auth_token", "authorization",
    "client_assertion", "client_secret", "clientsecret", "code", "code_verifier", "device_code", "id_token",
    "id_token_hint", "login_hint_token", "logout_token", "passphrase", "passwd", "password", "pwd", "refresh_token",
    "refreshtoken", "registration_access_token", "samlresponse", "secret", "session_state", "sessionid", "signin",
    "state",
    "subject_token", "token", "x-api-key",
  ]
  private static let headers: Set<String> = [
    "api-key", "apikey", "authentication-info", "authorization", "cookie", "dpop", "proxy-authentication-info",
    "proxy-authorization", "set-cookie", "x-access-token", "x-amz-security-token", "x-api-key", "x-auth-token",
    "x-csrf-token", "x-xsrf-token",
  ]
  private static let schemes = ["Bearer", "Basic", "Digest", "DPoP"]

  /// Whether a parameter or member is secret by its name, in any spelling: case and percent-encoding aside, and without
  /// what stands in brackets after it.
  static func includes(parameter name: some Collection<UInt8>) -> Bool {
    var text = String(decoding: name, as: UTF8.self)
    for _ in 0..<3 where text.utf8.contains(UInt8(ascii: "%")) { text = PercentEncoding.decoded(text) }
    let plain = text.lowercased().prefix { $0 != "[" }.drop { $0 == " " || $0 == "+" }
    return parameters.contains(String(plain))
  }

  package static func includes(header name: HTTPField.Name) -> Bool { headers.contains(name.canonicalName) }

  /// Header fields: the secret ones masked whole, and whatever the URLs in the others hold.
  package static func masked(_ fields: HTTPFields) -> HTTPFields {
    var masked = HTTPFields()
    for var field in fields {
      let value = includes(header: field.name) ? mask(field.value) : ParameterMasking.masked(url: field.value)
      if value != field.value { field.value = value }
      masked.append(field)
    }
    return masked
  }

  /// The scheme is no secret, and whoever reads it learns more with it.
  private static func mask(_ value: String) -> String {
    let scheme = schemes.first { value.lowercased().hasPrefix("\($0.lowercased()) ") }
    return scheme.map { "\($0) \(Secret.mask)" } ?? Secret.mask
  }

  /// What a request carries: of JSON the members, of anything else the items of a form.
  package static func masked(requestBody body: [UInt8]) -> [UInt8] {
    let document = JSONDocument(body)
    if document.error == nil, let root = document.root, root.kind == .object || root.kind == .array {
      return masked(document)
    }
    return ParameterMasking.masked(form: body)
  }

  /// The token endpoint's answer; nil if nothing of it may be kept.
  package static func masked(tokenAnswer body: [UInt8], status: Int?) -> [UInt8]? {
    Masking([]).tokenAnswer(body, status: status)
  }

  /// A JSON text with the values of such members masked, at any depth.
  static func masked(_ document: JSONDocument) -> [UInt8] {
    let ranges = values(in: document).map(\.range)
    return document.bytes.replacing(ranges, with: Array("\"\(Secret.mask)\"".utf8))
  }

  /// The values of such members, outermost first in order; null is none.
  static func values(in document: JSONDocument) -> [JSONValue] {
    var found: [JSONValue] = []
    var open = document.root.map { [$0] } ?? []
    while let value = open.popLast() {
      for (key, member) in value.members {
        if member.kind != .null, includes(parameter: (key.string ?? "").utf8) {
          found.append(member)
        } else {
          open.append(member)
        }
      }
      open += value.elements
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

extension [UInt8] {
  /// - Parameter ranges: in order; of those that overlap the part not replaced yet goes with the one before.
  func replacing(_ ranges: [Range<Int>], with replacement: [UInt8]) -> [UInt8] {
    guard !ranges.isEmpty else { return self }
    var result: [UInt8] = []
    var copied = 0
    for range in ranges {
      if range.lowerBound >= copied {
        result += self[copied..<range.lowerBound]
        result += replacement
      }
      copied = Swift.max(copied, range.upperBound)
    }
    return result + self[copied...]
  }
}
