package import HTTPTypes
import JSONText

/// The names that say by themselves that a value is secret, wherever it stands: in header fields, URLs, forms and JSON.
/// One list for all that is recorded, kept or written, in one form: small letters, without `-`, `_` and an `X-` before.
package enum SensitiveNames {
  /// Of OAuth 2 and its extensions, OpenID Connect, and what other services call the like.
  private static let everywhere: Set<String> = [
    "actortoken", "assertion", "authorization", "authtoken", "bearer", "bearertoken", "clientassertion", "codeverifier",
    "devicecode", "idtoken", "idtokenhint", "jwt", "loginhinttoken", "logouttoken", "pwd",
    "samlresponse", "sessionid", "sessionstate", "sessiontoken", "subjecttoken", "token",
  ]
  /// In URLs and forms, of the sandbox's sign-in as well: elsewhere they are ordinary words. The platform's own API has
  /// none of them in a URL.
  private static let parameters: Set<String> = ["code", "otp", "pin", "sig", "signature", "signin", "state"]
  private static let headers: Set<String> = [
    "authenticationinfo", "cookie", "dpop", "proxyauthenticationinfo", "proxyauthorization", "setcookie",
  ]
  /// With anything before them: `X-IBM-Client-Secret`, `new_password`.
  private static let endings = [
    "accesstoken", "apikey", "passphrase", "passwd", "password", "refreshtoken", "secret", "subscriptionkey",
  ]
  private static let schemes = ["Bearer", "Basic", "Digest", "DPoP"]

  /// Whether a parameter of a URL or form is secret by its name.
  static func includes(parameter name: some Collection<UInt8>) -> Bool { includes(name, or: parameters) }

  package static func includes(header name: HTTPField.Name) -> Bool {
    includes(name.rawName.utf8, or: headers, endings + ["token"])
  }

  /// In any spelling: percent-encoding aside, and by what stands before brackets as well as in them.
  private static func includes(
    _ name: some Collection<UInt8>, or others: Set<String> = [], _ endings: [String] = endings
  ) -> Bool {
    var bytes = Array(name)
    for _ in 0..<3 where bytes.contains(UInt8(ascii: "%")) {
      bytes = Array(PercentEncoding.decoded(String(decoding: bytes, as: UTF8.self)).utf8)
    }
    return bytes.split { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }.contains { part in
      let name = normalForm(part)
      return everywhere.contains(name) || others.contains(name)
        || endings.contains { name.utf8.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }
  }

  private static func normalForm(_ name: ArraySlice<UInt8>) -> String {
    var name = name.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "+") }
    let isSeparator: (UInt8) -> Bool = { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
    if let first = name.first, first | 0x20 == UInt8(ascii: "x"), name.dropFirst().first.map(isSeparator) == true {
      name = name.dropFirst(2)
    }
    return String(decoding: name.filter { !isSeparator($0) }, as: UTF8.self).lowercased()
  }

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
    Masking([]).knowing(tokensOf: body).tokenAnswer(body, status: status)
  }

  /// A JSON text with the values of such members masked, at any depth.
  static func masked(_ document: JSONDocument) -> [UInt8] {
    let ranges = values(in: document).map(\.range)
    return document.bytes.replacing(ranges, with: Array("\"\(Secret.mask)\"".utf8))
  }

  /// The values of such members, outermost first in order; null is none.
  private static func values(in document: JSONDocument) -> [JSONValue] {
    var found: [JSONValue] = []
    var open = document.root.map { [$0] } ?? []
    while let value = open.popLast() {
      for (key, member) in value.members {
        if member.kind != .null, includes((key.string ?? "").utf8) {
          found.append(member)
        } else {
          open.append(member)
        }
      }
      open += value.elements
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The strings that such members hold, at any depth.
  static func texts(in document: JSONDocument) -> [String] {
    var texts: [String] = []
    var open = values(in: document)
    while let value = open.popLast() {
      if let text = value.string { texts.append(text) }
      open += value.members.map(\.value) + value.elements
    }
    return texts
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
