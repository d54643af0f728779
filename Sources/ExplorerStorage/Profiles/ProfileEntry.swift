import OpenPayments

/// One profile as `profiles.yaml` has it, with the places of what it says.
struct ProfileEntry {
  private let name: String
  private let path: String
  private let place: YAMLPlace
  /// Whether problems are told without a word that was meant, as nobody will read them.
  private let isBrief: Bool
  private var values: [ProfileKey: YAMLNode] = [:]
  private(set) var problems = ProblemList<ConfigurationError>()

  init(_ pair: YAMLNode.Pair, path: String, isBrief: Bool) {
    self.path = path
    self.isBrief = isBrief
    name = pair.key.string ?? ""
    place = pair.key.place
    if let problem = ProfileName.problem(name) { note("the name \"\(name.shown)\" \(problem)", at: place) }
    guard let pairs = pair.value.pairs else {
      note("\(name.shown) must be a mapping of keys to values", at: pair.value.place)
      return
    }
    for pair in pairs { take(pair.key, pair.value) }
  }

  /// nil if there is a problem.
  mutating func profile() -> Profile? {
    guard problems.isEmpty else { return nil }
    let environment = environment()
    let dialect = choice(.dialect, Dialect.init) ?? environment.map { Preset($0).dialect } ?? .psd2
    let secret = source(.secretFile, .secretVariable, .secretCommand)
    let accent = choice(.accent, Accent.init)
    let certificate = certificate()
    let clientID = text(.clientID)
    if clientID == nil, let secret = values[.secretFile] ?? values[.secretVariable] ?? values[.secretCommand] {
      note("\(name) has a secret but no client_id", at: secret.place)
    }
    if let clientID, secret == nil {
      note("\(name) has the client_id \(clientID.shown) but no secret_file, secret_env or secret_command", at: place)
    }
    if clientID == nil, let environment, environment != .builtInSandbox { note("\(name) needs a client_id", at: place) }
    guard problems.isEmpty, let environment else { return nil }
    return Profile(
      name: name, environment: environment,
      application: clientID.flatMap { id in secret.map { Application(clientID: id, secret: $0) } }, dialect: dialect,
      scopes: text(.scope)?.split(separator: " ").map(String.init), certificate: certificate, accent: accent,
      notes: text(.notes) ?? "")
  }

  private mutating func take(_ key: YAMLNode, _ value: YAMLNode) {
    let text = key.string ?? ""
    guard let known = ProfileKey(rawValue: text) else {
      if ProfileKey.forbidden.contains(text) {
        let prefix = text.hasPrefix("client_cert") ? "client_cert_password_" : "secret_"
        return note(
          "a secret doesn't belong in this file; say where it is with \(prefix)file, \(prefix)env or \(prefix)command",
          at: key.place)
      }
      return note(
        "unknown key \"\(text.shown)\"\(suggestion(for: text, among: ProfileKey.allCases.map(\.rawValue)))",
        at: key.place)
    }
    values[known] = value.isNull ? nil : value
  }

  // MARK: - Its parts

  private mutating func environment() -> Profile.Environment? {
    let preset = choice(.environment, Preset.init)
    if preset != nil, let address = values[.authURL] ?? values[.apiURL] {
      note("environment and addresses exclude each other; leave one of them out", at: address.place)
    }
    if let preset, preset != .custom { return preset.environment }
    guard values[.environment] == nil || preset == .custom else { return nil }
    let auth = address(.authURL)
    let api = address(.apiURL)
    guard values[.authURL] != nil, values[.apiURL] != nil else {
      note("\(name) needs an environment, or both auth_url and api_url", at: place)
      return nil
    }
    return auth.flatMap { auth in api.map { .hosts(auth: auth, api: $0) } }
  }

  private mutating func address(_ key: ProfileKey) -> BaseURL? {
    guard let text = text(key) else { return nil }
    let allowsHTTP = values[.allowHTTP]?.string == "true"
    do throws(BaseURLError) { return try BaseURL(text, allowPlainHTTP: allowsHTTP) } catch {
      // Not the value: somebody may have put a password into it.
      let remedy = error == .plainHTTP ? "; use https, or add allow_http: true if that is meant" : ""
      note("\(key.rawValue) \(error)\(remedy)", at: values[key]?.place)
      return nil
    }
  }

  private mutating func certificate() -> CertificateSource? {
    guard let file = text(.certificate) else {
      if let key = values[.certificateKey] { note("client_key needs a client_cert", at: key.place) }
      return nil
    }
    return CertificateSource(
      file: located(file), keyFile: text(.certificateKey).map(located),
      passphrase: source(.passphraseFile, .passphraseVariable, .passphraseCommand))
  }

  private mutating func source(
    _ file: ProfileKey, _ variable: ProfileKey, _ command: ProfileKey
  ) -> SecretSource? {
    let given = [file, variable, command].filter { values[$0] != nil }
    if given.count > 1 {
      let names = given.map(\.rawValue).joined(separator: " and ")
      note("\(names) exclude each other; leave one of them", at: values[given[1]]?.place)
    }
    switch given.first {
    case file: return text(file).map { .file(located($0)) }
    case variable:
      guard let name = text(variable) else { return nil }
      if let problem = SecretVariable.problem(name, isPassphrase: variable == .passphraseVariable) {
        note("\(variable.rawValue) \(problem)", at: values[variable]?.place)
      }
      return .variable(name)
    case command:
      let words = values[command]?.items?.compactMap(\.string) ?? []
      guard !words.isEmpty, words.count == values[command]?.items?.count else {
        note(
          "\(command.rawValue) must be a list of words, such as [secret-tool, lookup, service, opx]",
          at: values[command]?.place)
        return nil
      }
      return .command(SecretSource.located(words, in: ProfilesFile.folder(of: path)))
    default: return nil
    }
  }

  private mutating func text(_ key: ProfileKey) -> String? {
    guard let node = values[key] else { return nil }
    guard let text = node.string else {
      note("\(key.rawValue) must be a single value", at: node.place)
      return nil
    }
    return text.isEmpty ? nil : text
  }

  private mutating func choice<Value: CaseIterable & RawRepresentable<String>>(
    _ key: ProfileKey, _ make: (String) -> Value?
  ) -> Value? {
    guard let text = text(key) else { return nil }
    if let value = make(text) { return value }
    note(
      "\(key.rawValue) can't be \"\(text.shown)\"\(suggestion(for: text, among: Value.allCases.map(\.rawValue)))",
      at: values[key]?.place)
    return nil
  }

  private func suggestion(for text: String, among names: [String]) -> String {
    isBrief || problems.isFull ? "" : "; did you mean \"\(Spelling.nearest(to: text, among: names))\"?"
  }

  private func located(_ file: String) -> String { HomePath.located(file, in: ProfilesFile.folder(of: path)) }

  private mutating func note(_ text: String, at place: YAMLPlace?) {
    let problem = ConfigurationError("\(path):\(place ?? self.place): \(text)")
    problems.note(problem)
  }
}
