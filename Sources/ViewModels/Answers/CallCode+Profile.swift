import ExplorerStorage
import HTTPTypes
import OpenPayments

extension CallCode {
  /// Stands where a profile's name has to be put. None can have this one, so that nobody's token goes out with it.
  private static let unknownProfile = "<profile>"

  /// The call as code that takes its owner's token, with what to know before it is run.
  ///
  /// - Parameter profiles: all of this run.
  init(_ exchange: Exchange, of owner: TokenOwner, among profiles: [Profile] = []) {
    switch owner {
    case .profile(let profile): self.init(exchange, for: profile, among: profiles)
    case .nobody(let reason):
      let hint = "Put the name of a profile of that address in place of \(Self.unknownProfile)."
      self.init(
        exchange, tokenCommand: ["opx", "token", "--profile", Self.unknownProfile],
        notes: [reason] + (exchange.operation.isAPICall ? [hint] : []))
    }
  }

  private init(_ exchange: Exchange, for profile: Profile, among profiles: [Profile]) {
    let place = exchange.request.authority ?? ""
    var command = ["opx", "token", "--profile", profile.name]
    if profile.name != Profile.environmentName, profiles.contains(where: { $0.name == Profile.environmentName }) {
      // opx refuses to be asked for one profile where the variables make another.
      command = ["env"] + Setting.connection.flatMap { ["-u", $0.variable] } + command
    }
    if profile.scopes != profile.dialect.defaultScopes {
      command += ["--scope", profile.scopes.joined(separator: " ")]
    }
    self.init(exchange, tokenCommand: command, notes: Self.notes(exchange, profile, place))
  }

  private static func notes(_ exchange: Exchange, _ profile: Profile, _ place: String) -> [String] {
    guard profile.isBuiltInSandbox else {
      guard profile.name == Profile.environmentName else { return [] }
      let variables = Setting.connection.filter { $0 != .apiURL }.map(\.variable).joined(separator: ", ")
      return !exchange.operation.isAPICall ? [] : ["opx token needs \(variables) in the environment."]
    }
    let port = "\(place) is the sandbox of this run of opx and ends with it; opx sandbox --port runs one that stays."
    return exchange.operation == .token ? [port, "opx sandbox --json tells its client_secret."] : [port]
  }

  /// The call in each language, under its name.
  var lines: [Line] {
    let parts = [("Shell, with curl", curl), ("Swift, with OpenPayments", swift), ("Python", python)]
    return Array(parts.map { Self.lines($0.0, $0.1) }.joined(separator: [Line()]))
  }

  private static func lines(_ title: String, _ code: String) -> [Line] {
    let isComment = { (line: Substring) in line.hasPrefix("#") || line.hasPrefix("//") }
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    return [Line(title, .heading)]
      + lines.map { line in
        let text = line.drop { $0 == " " }
        return Line([.init(String(text), isComment(line) ? .muted : .plain)], indent: line.count - text.count)
      }
  }
}
