import ExplorerStorage
import OpenPayments
import PortalClient

/// The form of a profile.
struct ProfileForm: Sendable, Hashable {
  /// From where it was opened.
  enum Origin: Sendable, Hashable { case switcher, guide, newApplication }

  private static let sources = [
    "typed here, kept in a file of its own", "a file", "an environment variable", "a command",
  ]
  private static let noAccent = "none"
  private static let plainHTTP = ["refused", "allowed"]

  /// The profile that is being changed; nil for a new one.
  let replaced: Profile?
  let origin: Origin

  var title: String { replaced.map { "Edit \($0.name)" } ?? "New profile" }
  /// What is made in the guide is used at once.
  var isUsedAtOnce: Bool { origin != .switcher }

  /// - Parameter profile: what the fields begin with; nil for an empty form.
  func fields(of profile: Profile?) -> [EntryField] {
    let (auth, api) = profile?.addresses ?? ("", "")
    let source = profile?.application?.secret
    let preset = profile?.preset ?? .sandbox
    let accents = [Self.noAccent] + Accent.allCases.map(\.rawValue)
    let scopes = profile.map { $0.scopes == $0.dialect.defaultScopes ? "" : $0.scopes.joined(separator: " ") }
    return [
      .text(.name, "name", profile.map { replaced == nil ? "\($0.name)-copy" : $0.name } ?? ""),
      .choice(
        .environment, "environment", Preset.allCases.map(\.title),
        selected: Preset.allCases.firstIndex(of: preset) ?? 0),
      .text(.authURL, "auth address", auth, hint: "base of /connect/token"),
      .text(.apiURL, "API address", api, hint: "without /psd2"),
      .choice(
        .plainHTTP, "plain http", Self.plainHTTP,
        selected: [auth, api].contains(where: ProfileEntries.isPlainHTTP) ? 1 : 0,
        hint: "whoever is on the way reads the client secret and the tokens; for tests only"),
      .choice(
        .dialect, "dialect", Dialect.allCases.map(\.rawValue),
        selected: Dialect.allCases.firstIndex(of: profile?.dialect ?? preset.dialect) ?? 0),
      .text(.clientID, "client id", profile?.application?.clientID ?? ""),
      .choice(.secretSource, "secret from", Self.sources, selected: source?.choice ?? 0),
      .secret(.secret, "client secret", source?.given ?? ""),
      .text(.secretFile, "secret's file", source?.file ?? "", hint: "readable by you alone"),
      .text(.secretVariable, "variable", source?.variable ?? "", hint: "its name, such as ACME_SECRET"),
      .text(
        .secretCommand, "command", source?.command ?? "", hint: "such as secret-tool lookup service opx; no shell"),
      .text(.scope, "scope", scopes ?? ""),
      .choice(
        .accent, "colour", accents, selected: profile?.accent.flatMap { accents.firstIndex(of: $0.rawValue) } ?? 0),
      .text(
        .certificate, "certificate", profile?.certificate?.file ?? "", hint: "PEM or PKCS#12, if one is asked for"),
      .text(.certificateKey, "its key", profile?.certificate?.keyFile ?? "", hint: "PEM, unless it is in that file"),
      .text(.notes, "notes", profile?.notes ?? ""),
    ]
  }

  func arrange(_ entries: inout EntryFields) {
    let preset = ProfileEntries(entries, replacing: replaced).preset
    let hasApplication = preset != .builtInSandbox || !entries.text(.clientID).isEmpty
    let source = entries[.secretSource]?.selected ?? 0
    let kept = replaced?.application?.secret.choice == source
    if let forced = preset.addresses == nil ? nil : preset.dialect {
      entries.change(.dialect) { field in
        while Dialect.allCases[field.selected] != forced { field.turn(by: 1) }
      }
    }
    let filled = ProfileEntries(entries, replacing: replaced)
    entries.show([.authURL, .apiURL], if: preset == .custom)
    entries.show(
      [.plainHTTP],
      if: preset == .custom && [.authURL, .apiURL].contains { ProfileEntries.isPlainHTTP(entries.text($0)) })
    entries.show([.dialect], if: preset.addresses == nil)
    entries.show([.secretSource], if: hasApplication)
    for (place, id) in [EntryField.ID.secret, .secretFile, .secretVariable, .secretCommand].enumerated() {
      entries.show([id], if: hasApplication && source == place)
    }
    entries.show([.certificate], if: preset != .builtInSandbox)
    entries.show([.certificateKey], if: preset != .builtInSandbox && !entries.text(.certificate).isEmpty)
    entries.hint(.environment, preset.note ?? "")
    entries.hint(
      .clientID, preset == .builtInSandbox ? "empty: the one the sandbox knows from the start" : "from the portal")
    entries.hint(.secret, kept && source == 0 ? "empty: stays as it is" : "the portal shows it once")
    entries.hint(.scope, "empty: \(filled.dialect.defaultScopes.joined(separator: " "))")
    entries.setProblem(.name, filled.nameProblem)
    entries.setProblem(.authURL, filled.addressProblem(.authURL))
    entries.setProblem(.apiURL, filled.addressProblem(.apiURL))
    entries.setProblem(.clientID, filled.clientIDProblem)
    entries.setProblem(.secret, filled.secretProblem(isKept: kept))
    entries.setProblem(.secretFile, entries.text(.secretFile).isEmpty ? "is needed" : nil)
    entries.setProblem(.secretVariable, filled.variableProblem)
    entries.setProblem(.secretCommand, filled.commandProblem)
  }

  /// The change that the fields come to; nil while something is wrong.
  func change(_ entries: EntryFields) -> ProfileChange? {
    guard let (profile, secret) = ProfileEntries(entries, replacing: replaced).profile else { return nil }
    return replaced.map { .replace(name: $0.name, with: profile, secret: secret) } ?? .add(profile, secret: secret)
  }
}

extension Profile {
  fileprivate var addresses: (String, String) {
    guard case .hosts(let auth, let api) = environment else { return ("", "") }
    return (auth.description, api?.description ?? "")
  }
}

extension SecretSource {
  /// Its place among the ways that the form offers.
  fileprivate var choice: Int {
    switch self {
    case .given: 0
    case .file: 1
    case .variable: 2
    case .command: 3
    }
  }

  fileprivate var given: String? { if case .given(let secret) = self { secret.reveal() } else { nil } }
  fileprivate var file: String? { if case .file(let path) = self { path } else { nil } }
  fileprivate var variable: String? { if case .variable(let name) = self { name } else { nil } }
  fileprivate var command: String? { if case .command(let words) = self { CommandWords.join(words) } else { nil } }
}
