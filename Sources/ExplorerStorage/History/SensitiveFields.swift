import HTTPTypes
import JSONText
import OpenPayments

/// Masks what must not come into a file, whoever forgot to: an exchange is masked where it is recorded, and this is the
/// second lock on the same door.
enum SensitiveFields {
  private static let headers: Set<String> = [
    "authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key", "authentication-info",
  ]
  private static let schemes = ["Bearer", "Basic", "Digest"]
  private static let parameters: Set<String> = [
    "client_secret", "client_assertion", "access_token", "refresh_token", "id_token", "password", "assertion",
  ]

  static func masked(_ fields: HTTPFields) -> HTTPFields {
    var masked = HTTPFields()
    for var field in fields {
      if headers.contains(field.name.canonicalName) { field.value = mask(field.value) }
      masked.append(field)
    }
    return masked
  }

  /// A form, or the query of a path.
  static func masked(form: String) -> String {
    let pairs = form.split(separator: "&", omittingEmptySubsequences: false).map { pair -> Substring in
      let name = pair.prefix { $0 != "=" }
      guard parameters.contains(name.lowercased()), name.count < pair.count else { return pair }
      return "\(name)=\(Secret.mask)"
    }
    return pairs.joined(separator: "&")
  }

  static func masked(path: String) -> String {
    let target = path.prefix { $0 != "?" }
    guard target.endIndex < path.endIndex else { return path }
    return "\(target)?\(masked(form: String(path[target.endIndex...].dropFirst())))"
  }

  /// The token endpoint's answer.
  static func masked(tokenAnswer body: [UInt8]) -> [UInt8] {
    var masked = body
    let members = JSONDocument(body).root.map { Array($0.members) } ?? []
    for (key, value) in members.reversed() where parameters.contains(key.string?.lowercased() ?? "") {
      masked.replaceSubrange(value.range, with: "\"\(Secret.mask)\"".utf8)
    }
    return masked
  }

  /// The scheme is no secret, and the page that shows it says more with it.
  private static func mask(_ value: String) -> String {
    let scheme = schemes.first { value.lowercased().hasPrefix("\($0.lowercased()) ") }
    return scheme.map { "\($0) \(Secret.mask)" } ?? Secret.mask
  }
}
