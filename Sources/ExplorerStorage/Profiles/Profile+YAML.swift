import OpenPayments

extension Profile {
  /// The lines that describe it in `profiles.yaml`.
  ///
  /// - Parameters:
  ///   - indent: what comes before its name.
  ///   - folder: the file's; what lies in it is named from there.
  func lines(indent: String, folder: String) -> [String] {
    func local(_ file: String) -> String {
      guard file.hasPrefix(folder + "/") else { return file }
      let local = String(file.dropFirst(folder.count + 1))
      return HomePath.located(local, in: folder) == file ? local : file
    }
    var values: [(ProfileKey, String)] = []
    func add(_ key: ProfileKey, _ value: String?) {
      if let value, !value.isEmpty { values.append((key, YAMLText.quoted(value))) }
    }
    func add(_ source: SecretSource?, _ file: ProfileKey, _ variable: ProfileKey, _ command: ProfileKey) {
      switch source {
      case .file(let path): add(file, local(path))
      case .variable(let name): add(variable, name)
      case .command(let words): values.append((command, "[\(words.map(YAMLText.quoted).joined(separator: ", "))]"))
      case .given, nil: break
      }
    }
    if case .hosts(let auth, let api) = environment, preset == .custom {
      add(.authURL, auth.description)
      add(.apiURL, api?.description)
      let isPlain = [auth, api].contains { $0.map { (try? BaseURL($0.description)) == nil } ?? false }
      if isPlain { values.append((.allowHTTP, "true")) }
    } else {
      add(.environment, preset.rawValue)
    }
    if preset.dialect != dialect || preset == .custom { add(.dialect, dialect.rawValue) }
    add(.clientID, application?.clientID)
    add(application?.secret, .secretFile, .secretVariable, .secretCommand)
    if scopes != dialect.defaultScopes { add(.scope, scopes.joined(separator: " ")) }
    add(.accent, accent?.rawValue)
    add(.notes, notes)
    add(.certificate, certificate.map { local($0.file) })
    add(.certificateKey, certificate?.keyFile.map(local))
    add(certificate?.passphrase, .passphraseFile, .passphraseVariable, .passphraseCommand)
    return ["\(indent)\(YAMLText.quoted(name)):"] + values.map { "\(indent)  \($0.0.rawValue): \($0.1)" }
  }
}
