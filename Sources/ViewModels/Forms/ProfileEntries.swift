import ExplorerStorage
import OpenPayments

/// The fields of a profile's form, read as the profile that they make.
struct ProfileEntries {
  private let entries: EntryFields
  private let replaced: Profile?

  init(_ entries: EntryFields, replacing replaced: Profile?) {
    self.entries = entries
    self.replaced = replaced
  }

  var preset: Preset { Preset.allCases[entries[.environment]?.selected ?? 0] }
  var dialect: Dialect { Dialect.allCases[entries[.dialect]?.selected ?? 0] }

  /// The profile that is filled in and a secret to be kept for it; nil while something is wrong.
  var profile: (profile: Profile, secret: Secret?)? {
    guard entries.firstProblem == nil, let environment else { return nil }
    let typed = entries.text(.secret)
    let isTyped = entries[.secret]?.isShown == true && !typed.isEmpty
    var application: Application?
    if entries[.secretSource]?.isShown == true {
      application = Application(
        clientID: entries.text(.clientID), secret: source(keeping: replaced?.application?.secret))
    }
    let scopes = entries.words(.scope)
    return (
      Profile(
        name: entries.text(.name), environment: environment, application: application, dialect: dialect,
        scopes: scopes.isEmpty ? nil : scopes, certificate: certificate,
        accent: Accent(rawValue: entries[.accent]?.text ?? ""), notes: entries.text(.notes)),
      isTyped ? Secret(typed) : nil
    )
  }

  private var certificate: CertificateSource? {
    let file = entries[.certificate]?.isShown == true ? entries.text(.certificate) : ""
    let key = entries.text(.certificateKey)
    guard !file.isEmpty else { return nil }
    return CertificateSource(
      file: file, keyFile: key.isEmpty ? nil : key, passphrase: replaced?.certificate?.passphrase)
  }

  private var environment: Profile.Environment? {
    guard preset == .custom else { return preset.environment }
    guard let auth = try? address(.authURL), let api = try? address(.apiURL) else { return nil }
    return .hosts(auth: auth, api: api)
  }

  private func address(_ id: EntryField.ID) throws(BaseURLError) -> BaseURL {
    try BaseURL(entries.text(id), allowPlainHTTP: entries[.plainHTTP]?.selected == 1)
  }

  /// Whether it is an address of another machine that is allowed only by name.
  static func isPlainHTTP(_ text: String) -> Bool {
    do throws(BaseURLError) { _ = try BaseURL(text) } catch { return error == .plainHTTP }
    return false
  }

  private func source(keeping kept: SecretSource?) -> SecretSource {
    switch entries[.secretSource]?.selected {
    case 1: .file(entries.text(.secretFile))
    case 2: .variable(entries.text(.secretVariable))
    case 3: .command(CommandWords.split(entries.text(.secretCommand)) ?? [])
    // What is typed gets a file of its own, which takes this one's place.
    default: entries.text(.secret).isEmpty ? kept ?? .given(Secret("")) : .given(Secret(entries.text(.secret)))
    }
  }

  // MARK: - What is wrong

  var nameProblem: String? {
    let name = entries.text(.name)
    return name == replaced?.name ? nil : ProfileName.problem(name)
  }

  func addressProblem(_ id: EntryField.ID) -> String? {
    do throws(BaseURLError) {
      _ = try address(id)
      return nil
    } catch {
      if entries.text(id).isEmpty { return "is needed" }
      return error == .plainHTTP ? "\(error); use https, or allow it below" : "\(error)"
    }
  }

  var clientIDProblem: String? {
    let id = entries.text(.clientID)
    if id.isEmpty { return preset == .builtInSandbox ? nil : "is needed" }
    return id.contains(where: \.isWhitespace) ? "has a blank in it: more than the id was pasted" : nil
  }

  func secretProblem(isKept: Bool) -> String? {
    let secret = entries.text(.secret)
    if secret.isEmpty { return isKept ? nil : "is needed" }
    if secret.contains(where: \.isWhitespace) { return "has a blank in it: more than the secret was pasted" }
    if secret.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      return "has a control character in it"
    }
    if secret.allSatisfy({ "•*●".contains($0) }) { return "is only the mask that hides it" }
    return secret == entries.text(.clientID) ? "is the client id once more" : nil
  }

  var variableProblem: String? {
    let name = entries.text(.secretVariable)
    if name.isEmpty { return "is needed" }
    let isName = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
    return isName ? SecretVariable.problem(name) : "takes letters, digits and underscores: the name, not the secret"
  }

  var commandProblem: String? {
    guard let words = CommandWords.split(entries.text(.secretCommand)) else { return "has a quote that doesn't end" }
    return words.isEmpty ? "is needed" : nil
  }
}
