import ExplorerStorage
import FoundationEssentials
import JSONText
import OpenPayments
import ViewModels

/// A profile with what is known of it besides.
struct ProfileRow {
  let profile: Profile
  let isChosen: Bool
  let isDefault: Bool
  let lastUsed: Date?
  /// Until when a kept token is good.
  let tokenUntil: Date?
}

extension Listing<ProfileRow> {
  static var profiles: Self {
    Listing(
      titles: [
        "", "PROFILE", "ENVIRONMENT", "DIALECT", "CLIENT ID", "SECRET FROM", "SCOPE", "TOKEN UNTIL", "LAST USED",
      ],
      cells: { row in
        let profile = row.profile
        return [
          row.isChosen ? "*" : "", profile.name, profile.place, profile.dialect.rawValue,
          profile.application?.clientID ?? "", profile.application?.secret.words ?? "",
          profile.scopes.joined(separator: " "), row.tokenUntil?.formatted(.iso8601) ?? "",
          row.lastUsed?.formatted(.iso8601) ?? "",
        ]
      }, json: { JSONOutput($0) })
  }
}

extension JSONOutput {
  /// All but the secret.
  init(_ row: ProfileRow) {
    let profile = row.profile
    func text(_ text: String?) -> JSONOutput { text.map { .string($0) } ?? .null }
    var members: [Member] = [
      .init("name", .string(profile.name)), .init("environment", .string(profile.preset.rawValue)),
      .init("production", .bool(profile.isProduction)), .init("dialect", .string(profile.dialect.rawValue)),
    ]
    if case .hosts(let auth, let api) = profile.environment {
      members += [.init("auth_url", .string(auth.description)), .init("api_url", text(api?.description))]
    }
    if let application = profile.application {
      members += [
        .init("client_id", .string(application.clientID)),
        .init("secret", ["kind": .string(application.secret.kind), "place": .string(application.secret.words)]),
      ]
    }
    members += [
      .init("scopes", .array(profile.scopes.map { .string($0) })), .init("accent", text(profile.accent?.rawValue)),
      .init("notes", .string(profile.notes)), .init("client_cert", text(profile.certificate?.file)),
      .init("chosen", .bool(row.isChosen)), .init("default", .bool(row.isDefault)),
      .init("last_used", text(row.lastUsed?.formatted(.iso8601))),
      .init("token_expires_at", text(row.tokenUntil?.formatted(.iso8601))),
    ]
    self = .object(members)
  }
}

extension Profile {
  /// Where it calls, for people.
  fileprivate var place: String { preset == .custom ? destination ?? "" : preset.rawValue }
}

extension Connection {
  func row(_ profile: Profile) async -> ProfileRow {
    ProfileRow(
      profile: profile, isChosen: profile == catalogue.chosen, isDefault: profile.name == catalogue.stored.defaultName,
      lastUsed: uses.read()[profile.name], tokenUntil: await clients.keptToken(of: profile))
  }
}
