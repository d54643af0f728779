import ExplorerStorage
import FoundationEssentials
import JSONText
import OpenPayments

/// The members of a JWT's header or claims, a line each or more where they are long.
struct ClaimLines {
  /// The claims that are times (RFC 7519 section 4.1, OpenID Connect Core section 2).
  private static let times: Set<String> = ["exp", "iat", "nbf", "auth_time"]
  /// Whoever issues tokens with more has something else in mind than being read.
  private static let most = 200
  private static let longestValue = 2000
  private static let longestName = 60

  let width: Int
  let timeZone: LocalZone

  func lines(_ object: JSONValue?) -> [Line] {
    guard let object, !object.isEmpty else { return [Line("None.", .muted)] }
    let fields = FieldLines(width: width)
    let lines = object.members.prefix(Self.most).flatMap { member in
      let name = String((member.key.string ?? "").prefix(Self.longestName))
      return fields.lines(name, words(member.value, of: name), label: .key)
    }
    return object.count > Self.most ? lines + [Line("… and \(object.count - Self.most) more", .muted)] : lines
  }

  private func words(_ value: JSONValue, of name: String) -> String {
    if Self.times.contains(name), let time = JSONWebToken.time(value) {
      return "\(value.text(maxBytes: 32)) · \(time.local(in: timeZone))"
    }
    let text =
      switch value.kind {
      case .array where value.count <= 100:
        value.elements.map { $0.string ?? $0.preview(maxBytes: 200) }.joined(separator: ", ")
      case .string: value.string ?? ""
      default: value.preview(maxBytes: Self.longestValue)
      }
    return text.count > Self.longestValue ? text.prefix(Self.longestValue) + "…" : text
  }
}
