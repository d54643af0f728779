public import OpenPayments

/// Where a secret comes from whenever it is needed. Only the place is kept in a profile, never the secret.
public enum SecretSource: Sendable, Hashable {
  /// Handed in for this run alone, by the environment or on standard input.
  case given(Secret)
  /// A file that is its owner's alone, with the secret and nothing else in it.
  case file(String)
  /// An environment variable, by its name.
  case variable(String)
  /// A program and its arguments, without a shell; it prints the secret, alone or in a JSON object.
  case command([String])

  /// A file or program as it is called elsewhere than in the folder where its path was written; a `~` stays.
  func located(in folder: String) -> SecretSource {
    switch self {
    case .file(let path): .file(HomePath.located(path, in: folder))
    case .command(let words): .command(Self.located(words, in: folder))
    case .given, .variable: self
    }
  }

  /// The first word alone may be a path; without a slash it is looked for in PATH.
  static func located(_ words: [String], in folder: String) -> [String] {
    guard let program = words.first, program.contains("/") else { return words }
    return [HomePath.located(program, in: folder)] + words.dropFirst()
  }
}

extension Profile {
  /// The same with every path as it is called elsewhere than in the folder where it was written.
  public func located(in folder: String) -> Profile {
    var profile = self
    if let secret = application?.secret { profile.application?.secret = secret.located(in: folder) }
    if let certificate {
      profile.certificate = CertificateSource(
        file: HomePath.located(certificate.file, in: folder),
        keyFile: certificate.keyFile.map { HomePath.located($0, in: folder) },
        passphrase: certificate.passphrase?.located(in: folder))
    }
    return profile
  }
}
