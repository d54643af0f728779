import ExplorerStorage
import OpenPayments
import PortalClient

/// The form of a profile.
extension EntryForm {
  private static let sources = [
    "typed here, kept in a file of its own", "a file", "an environment variable", "a command",
  ]
  private static let noAccent = "none"
  private static let plainHTTP = ["refused", "allowed"]

  /// - Parameters:
  ///   - profile: what the fields begin with; nil for an empty form.
  ///   - isNew: whether it is to be another profile than the one that the fields begin with.
  static func profile(_ profile: Profile? = nil, isNew: Bool) -> EntryForm {
    let (auth, api) = profile?.addresses ?? ("", "")
    let source = profile?.application?.secret
    let preset = profile?.preset ?? .sandbox
    let accents = [noAccent] + Accent.allCases.map(\.rawValue)
    let scopes = profile.map { $0.scopes == $0.dialect.defaultScopes ? "" : $0.scopes.joined(separator: " ") }
    return EntryForm(
      .profile(replacing: isNew ? nil : profile),
      title: isNew ? "New profile" : "Edit \(profile?.name ?? "")",
      fields: [
        .text(.name, "name", profile.map { isNew ? "\($0.name)-copy" : $0.name } ?? ""),
        .choice(
          .environment, "environment", Preset.allCases.map(\.title),
          selected: Preset.allCases.firstIndex(of: preset) ?? 0),
        .text(.authURL, "auth address", auth, hint: "base of /connect/token"),
        .text(.apiURL, "API address", api, hint: "without /psd2"),
        .choice(
          .plainHTTP, "plain http", plainHTTP, selected: [auth, api].contains(where: isPlainHTTP) ? 1 : 0,
          hint: "whoever is on the way reads the client secret and the tokens; for tests only"),
        .choice(
          .dialect, "dialect", Dialect.allCases.map(\.rawValue),
          selected: Dialect.allCases.firstIndex(of: profile?.dialect ?? preset.dialect) ?? 0),
        .text(.clientID, "client id", profile?.application?.clientID ?? ""),
        .choice(.secretSource, "secret from", sources, selected: source?.choice ?? 0),
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
      ])
  }

  /// For what the hosted sandbox's portal shows.
  static func pastedCredentials() -> EntryForm {
    var form = profile(isNew: true)
    form.choose(.sandbox)
    form.origin = .guide
    form.begin()
    return form
  }

  /// For an application that has just been registered in the built-in sandbox.
  ///
  /// - Parameter taken: names that other profiles have.
  static func profile(of page: NewApplicationPage, taken: Set<String>) -> EntryForm {
    var form = profile(of: page.new.application, taken: taken)
    form.fill(.secret, page.new.secret.reveal())
    form.move(to: .name)
    form.origin = .newApplication(page)
    return form
  }

  /// For an application of the built-in sandbox whose secret somebody has.
  static func profile(of application: PortalApplication, taken: Set<String>) -> EntryForm {
    var form = profile(isNew: true)
    form.choose(.builtInSandbox)
    form.fill(.name, ProfileName.suggestion(from: application.name, taken: taken))
    form.fill(.clientID, application.clientID)
    // Users sign in to get these; an application can't have them in its own name.
    let scopes = application.scopes.filter { !["openid", "profile", "email"].contains($0) }
    form.fill(.scope, scopes.joined(separator: " "))
    form.move(to: .name)
    form.origin = .guide
    form.begin()
    return form
  }

  private mutating func choose(_ preset: Preset) {
    move(to: .environment)
    while self.preset != preset { moveSideways(.cursorRight) }
    move(to: .name)
  }

  private mutating func fill(_ id: EntryField.ID, _ text: String) {
    move(to: id)
    edit { $0.insert(text) }
  }

  private var preset: Preset { Preset.allCases[self[.environment]?.selected ?? 0] }
  private var chosenDialect: Dialect { Dialect.allCases[self[.dialect]?.selected ?? 0] }

  mutating func arrangeProfile(replacing replaced: Profile?) {
    let preset = preset
    let hasApplication = preset != .builtInSandbox || !text(.clientID).isEmpty
    let source = self[.secretSource]?.selected ?? 0
    let kept = replaced?.application?.secret.choice == source
    if let forced = preset.addresses == nil ? nil : preset.dialect {
      change(.dialect) { field in
        while Dialect.allCases[field.selected] != forced { field.turn(by: 1) }
      }
    }
    show([.authURL, .apiURL], if: preset == .custom)
    show([.plainHTTP], if: preset == .custom && [.authURL, .apiURL].contains { Self.isPlainHTTP(text($0)) })
    show([.dialect], if: preset.addresses == nil)
    show([.secretSource], if: hasApplication)
    for (place, id) in [EntryField.ID.secret, .secretFile, .secretVariable, .secretCommand].enumerated() {
      show([id], if: hasApplication && source == place)
    }
    show([.certificate], if: preset != .builtInSandbox)
    show([.certificateKey], if: preset != .builtInSandbox && !text(.certificate).isEmpty)
    hint(.environment, preset.note ?? "")
    hint(.clientID, preset == .builtInSandbox ? "empty: the one the sandbox knows from the start" : "from the portal")
    hint(.secret, kept && source == 0 ? "empty: stays as it is" : "the portal shows it once")
    hint(.scope, "empty: \(chosenDialect.defaultScopes.joined(separator: " "))")
    setProblem(.name, nameProblem(replaced))
    setProblem(.authURL, addressProblem(.authURL))
    setProblem(.apiURL, addressProblem(.apiURL))
    setProblem(.clientID, clientIDProblem)
    setProblem(.secret, secretProblem(isKept: kept))
    setProblem(.secretFile, text(.secretFile).isEmpty ? "is needed" : nil)
    setProblem(.secretVariable, variableProblem)
    setProblem(.secretCommand, commandProblem)
  }

  /// The profile that is filled in and a secret to be kept for it; nil while something is wrong.
  func profile() -> (profile: Profile, secret: Secret?)? {
    guard firstProblem == nil, case .profile(let replaced) = purpose, let environment else { return nil }
    let typed = text(.secret)
    let isTyped = self[.secret]?.isShown == true && !typed.isEmpty
    var application: Application?
    if self[.secretSource]?.isShown == true {
      application = Application(clientID: text(.clientID), secret: source(keeping: replaced?.application?.secret))
    }
    let scopes = text(.scope).split(separator: " ").map(String.init)
    let certificate = self[.certificate]?.isShown == true ? text(.certificate) : ""
    let key = text(.certificateKey)
    return (
      Profile(
        name: text(.name), environment: environment, application: application, dialect: chosenDialect,
        scopes: scopes.isEmpty ? nil : scopes,
        certificate: certificate.isEmpty
          ? nil
          : CertificateSource(
            file: certificate, keyFile: key.isEmpty ? nil : key, passphrase: replaced?.certificate?.passphrase),
        accent: Accent(rawValue: self[.accent]?.text ?? ""), notes: text(.notes)),
      isTyped ? Secret(typed) : nil
    )
  }

  private var environment: Profile.Environment? {
    guard preset == .custom else { return preset.environment }
    guard let auth = try? address(.authURL), let api = try? address(.apiURL) else { return nil }
    return .hosts(auth: auth, api: api)
  }

  private func address(_ id: EntryField.ID) throws(BaseURLError) -> BaseURL {
    try BaseURL(text(id), allowPlainHTTP: self[.plainHTTP]?.selected == 1)
  }

  /// Whether it is an address of another machine that is allowed only by name.
  private static func isPlainHTTP(_ text: String) -> Bool {
    do throws(BaseURLError) { _ = try BaseURL(text) } catch { return error == .plainHTTP }
    return false
  }

  private func source(keeping kept: SecretSource?) -> SecretSource {
    switch self[.secretSource]?.selected {
    case 1: .file(text(.secretFile))
    case 2: .variable(text(.secretVariable))
    case 3: .command(CommandWords.split(text(.secretCommand)) ?? [])
    // What is typed gets a file of its own, which takes this one's place.
    default: text(.secret).isEmpty ? kept ?? .given(Secret("")) : .given(Secret(text(.secret)))
    }
  }

  // MARK: - What is wrong

  private func nameProblem(_ replaced: Profile?) -> String? {
    let name = text(.name)
    return name == replaced?.name ? nil : ProfileName.problem(name)
  }

  private func addressProblem(_ id: EntryField.ID) -> String? {
    do throws(BaseURLError) {
      _ = try address(id)
      return nil
    } catch {
      if text(id).isEmpty { return "is needed" }
      return error == .plainHTTP ? "\(error); use https, or allow it below" : "\(error)"
    }
  }

  private var clientIDProblem: String? {
    let id = text(.clientID)
    if id.isEmpty { return preset == .builtInSandbox ? nil : "is needed" }
    return id.contains(where: \.isWhitespace) ? "has a blank in it: more than the id was pasted" : nil
  }

  private func secretProblem(isKept: Bool) -> String? {
    let secret = text(.secret)
    if secret.isEmpty { return isKept ? nil : "is needed" }
    if secret.contains(where: \.isWhitespace) { return "has a blank in it: more than the secret was pasted" }
    if secret.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      return "has a control character in it"
    }
    if secret.allSatisfy({ "•*●".contains($0) }) { return "is only the mask that hides it" }
    return secret == text(.clientID) ? "is the client id once more" : nil
  }

  private var variableProblem: String? {
    let name = text(.secretVariable)
    if name.isEmpty { return "is needed" }
    let isName = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    return isName ? SecretVariable.problem(name) : "takes letters, digits and underscores: the name, not the secret"
  }

  private var commandProblem: String? {
    guard let words = CommandWords.split(text(.secretCommand)) else { return "has a quote that doesn't end" }
    return words.isEmpty ? "is needed" : nil
  }

  private mutating func show(_ ids: [EntryField.ID], if isShown: Bool) {
    for id in ids { change(id) { $0.isShown = isShown } }
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
