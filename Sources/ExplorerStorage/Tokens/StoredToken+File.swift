import FoundationEssentials
import JSONText
import OpenPayments

extension StoredToken {
  /// More than any token needs.
  private static let largestFile = 4 * 1024 * 1024

  /// nil if there is no such file, if it isn't its owner's alone, or if it holds no token.
  init?(file path: String) {
    guard let bytes = try? OwnFile(path, followsLinks: false).read(limit: Self.largestFile),
      let root = JSONDocument(bytes).root,
      let token = root["access_token"]?.string, !token.isEmpty,
      let issued = root["issued_at"].flatMap({ Double($0.text) }),
      let expires = root["expires_at"].flatMap({ Double($0.text) })
    else { return nil }
    self.init(
      value: Secret(token), grantedScopes: root["scope"]?.string?.split(separator: " ").map(String.init),
      issuedAt: Date(clampingSince1970: issued), expiresAt: Date(clampingSince1970: expires),
      isLifetimeAssumed: root["expires_assumed"]?.kind == .bool(true))
  }

  var fileContent: [UInt8] {
    func seconds(_ date: Date) -> JSONOutput { .verbatim(Array("\(date.timeIntervalSince1970)".utf8)) }
    var members: [JSONOutput.Member] = [
      .init("access_token", .string(value.reveal())), .init("issued_at", seconds(issuedAt)),
      .init("expires_at", seconds(expiresAt)),
    ]
    if let grantedScopes { members.append(.init("scope", .string(grantedScopes.joined(separator: " ")))) }
    if isLifetimeAssumed { members.append(.init("expires_assumed", .bool(true))) }
    return JSONOutput.object(members).utf8()
  }
}
