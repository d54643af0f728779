import ChildPrograms
import Glibc
import JSONText
public import OpenPayments

/// Gets secrets from where profiles say they are. What a command printed is kept for this run, so that nobody is asked
/// for a passphrase at every switch.
public actor SecretReader {
  private let environment: [String: String]
  private let timeLimit: Duration
  private var printed: [[String]: Secret] = [:]

  /// - Parameters:
  ///   - environment: the program's own, which commands get as well.
  ///   - timeLimit: how long a command may take.
  public init(environment: [String: String], timeLimit: Duration = .seconds(30)) {
    self.environment = environment
    self.timeLimit = timeLimit
  }

  /// - Throws: ``ConfigurationError`` that says what is wrong with the source, never what was in it.
  public func secret(from source: SecretSource) async throws(ConfigurationError) -> Secret {
    switch source {
    case .given(let secret): return secret
    case .file(let path): return try Self.contents(of: HomePath.expanded(path, home: environment["HOME"]))
    case .variable(let name):
      guard let value = environment[name]?.withoutByteOrderMark, !value.isEmpty else {
        throw ConfigurationError("the variable \(name), which should hold the secret, is not set")
      }
      return Secret(value)
    case .command(let words):
      if let known = printed[words] { return known }
      let secret = try await output(of: words)
      printed[words] = secret
      return secret
    }
  }

  /// The certificate with the passphrase it needs; its files are not read yet.
  public func certificate(from source: CertificateSource) async throws(ConfigurationError) -> ClientCertificate {
    var passphrase: Secret?
    if let place = source.passphrase { passphrase = try await secret(from: place) }
    let home = environment["HOME"]
    return ClientCertificate(
      file: HomePath.expanded(source.file, home: home),
      keyFile: source.keyFile.map { HomePath.expanded($0, home: home) }, passphrase: passphrase)
  }

  /// Asks anew the next time; for a secret that turned out to be wrong.
  public func forget(_ source: SecretSource) {
    if case .command(let words) = source { printed[words] = nil }
  }

  private static func contents(of path: String) throws(ConfigurationError) -> Secret {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw ConfigurationError(
        "\(path), which should hold the secret, can't be read: \(FileTrouble.words(errno))")
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw ConfigurationError("\(path), which should hold the secret, is a folder")
    }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= SecretFiles.largest else {
      throw ConfigurationError("\(path) is no file with a secret in it")
    }
    guard status.st_uid == geteuid() else { throw ConfigurationError("\(path) belongs to somebody else") }
    guard status.st_mode & 0o077 == 0 else {
      let mode = String(status.st_mode & 0o777, radix: 8)
      throw ConfigurationError("\(path) holds a secret that others can read (mode \(mode)); chmod 600 \(path)")
    }
    guard let text = try TextFile.read(path, largest: SecretFiles.largest) else {
      throw ConfigurationError("\(path), which should hold the secret, is gone")
    }
    return try SecretText.secret(in: text, of: path)
  }

  private func output(of words: [String]) async throws(ConfigurationError) -> Secret {
    let name = words.first ?? ""
    let path = HomePath.expanded(name, home: environment["HOME"])
    let program = ChildProgram(
      words.isEmpty ? [] : [path] + words.dropFirst(), environment: environment, outputLimit: SecretFiles.largest)
    switch await program.run(timeLimit: timeLimit) {
    case .failed(let reason): throw ConfigurationError("the secret's command \(name) \(reason)")
    case .ended(let status, let output, let errors) where status != 0:
      // What it complains of may help; but whatever printed something may have printed the secret.
      let line = output.isEmpty ? errors.split(whereSeparator: \.isNewline).first.map { ": \($0.prefix(200))" } : nil
      throw ConfigurationError("the secret's command \(name) ended with status \(status)\(line ?? "")")
    case .ended(_, let printed, _):
      let output = printed.withoutByteOrderMark
      let document = JSONDocument(Array(output.utf8))
      if let root = document.root, root.kind == .object {
        let members = ["client_secret", "secret", "password"].lazy.compactMap { root[$0]?.string }
        guard let member = members.first, !member.isEmpty else {
          throw ConfigurationError(
            "the secret's command \(name) printed an object without client_secret, secret or password")
        }
        return Secret(member)
      }
      return try SecretText.secret(in: output, of: "the output of the secret's command \(name)")
    }
  }
}
