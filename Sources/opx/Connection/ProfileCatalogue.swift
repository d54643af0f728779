import ExplorerStorage
import OpenPayments

/// The profiles there are, and the one to start with.
struct ProfileCatalogue: Sendable, Hashable {
  /// Those that no file describes: the built-in sandbox in both dialects, and what the settings define.
  let own: [Profile]
  let stored: ProfileList
  let chosen: Profile
  let choice: ProfileChoice
  /// Why the default can't be used, in whose place the built-in sandbox is chosen; nil if it can.
  let fault: ConfigurationError?
  /// What to ask for as the chosen profile in this run, whatever the file says.
  private let scopes: [String]?

  var profiles: [Profile] { own + stored.profiles }
  /// Whether the built-in sandbox answers only because nothing else is configured.
  var isFallback: Bool { choice == .nothing }

  /// - Parameters:
  ///   - stored: what `profiles.yaml` describes.
  ///   - name: the profile asked for; nil for the one that the settings define, or else the default, or else the built-in
  ///     sandbox.
  ///   - rule: how the name was given.
  ///   - needsAPI: false if only a token is wanted.
  /// - Throws: ``CommandFailure`` if there is no such profile, `ConfigurationError` if the settings define half of one or
  ///   the file describes it wrongly.
  init(
    _ settings: Settings, stored: ProfileList = ProfileList(), named name: String? = nil,
    by rule: ProfileChoice = .option, needsAPI: Bool = true
  ) throws {
    let sandboxes = try Profile.sandboxes(settings)
    // Whoever asks for another profile by name need not have completed the rest.
    let isOtherNamed = name != nil && name != Profile.environmentName
    let environment =
      isOtherNamed
      ? try? Profile.environment(settings, needsAPI: needsAPI)
      : try Profile.environment(settings, needsAPI: needsAPI)
    let own = sandboxes + [environment].compactMap { $0 }
    let found: Profile?
    if let name {
      (found, choice, fault) = (try Self.profile(named: name, own, stored), rule, nil)
    } else if let environment {
      (found, choice, fault) = (environment, .credentials, nil)
    } else if let name = stored.defaultName {
      found = try? Self.profile(named: name, own, stored)
      choice = found == nil ? .standIn : .standard
      fault = found == nil ? Self.fault(ofDefault: name, stored) : nil
    } else if let problem = stored.unreadableDefault ?? stored.unreadable {
      (found, choice) = (nil, .standIn)
      fault = ConfigurationError("the default profile can't be told: \(problem); name one with --profile")
    } else {
      (found, choice, fault) = (nil, .nothing, nil)
    }
    let profile = found ?? sandboxes[0]
    let isOwn = own.contains(profile)
    scopes = isOwn ? settings.scopes : settings.scopesForRun
    let chosen = profile.asking(for: scopes)
    self.chosen = chosen
    self.own = own.map { $0 == profile ? chosen : $0 }
    self.stored = stored
  }

  /// The profiles of the file as this run uses them.
  func forThisRun(_ stored: ProfileList) -> ProfileList {
    var list = stored
    list.profiles = list.profiles.map { $0.name == chosen.name ? $0.asking(for: scopes) : $0 }
    return list
  }

  /// The profile of this name.
  ///
  /// - Throws: ``CommandFailure`` if there is no such profile, `ConfigurationError` if it can't be used.
  func profile(named name: String) throws -> Profile { try Self.profile(named: name, own, stored) }

  private static func profile(named name: String, _ own: [Profile], _ stored: ProfileList) throws -> Profile {
    if let profile = own.first(where: { $0.name == name || $0.otherName == name }) { return profile }
    if let profile = stored.profiles.first(where: { $0.name == name }) { return profile }
    guard name != Profile.environmentName else {
      let variables = Setting.connection.map(\.variable).joined(separator: ", ")
      throw ConfigurationError("the profile \(name) is not set; set \(variables)")
    }
    if let problem = stored.unusable[name] ?? stored.unreadable {
      throw ConfigurationError("the profile \(name) can't be used: \(problem)")
    }
    let others = own.map(\.name).filter { $0 != Profile.environmentName } + stored.profiles.map(\.name)
    let names = others + [Profile.environmentName]
    throw CommandFailure(.usage, "there is no profile \"\(name)\"; there are \(names.joined(separator: ", "))")
  }

  private static func fault(ofDefault name: String, _ stored: ProfileList) -> ConfigurationError {
    let problem = stored.unusable[name]?.description ?? "there is no profile of that name"
    return ConfigurationError(
      "the default profile \(name) can't be used: \(problem); name another one with --profile, or see opx profiles")
  }
}

extension Profile {
  /// The name that says the dialect, which holds whatever the default dialect is.
  fileprivate var otherName: String? { isBuiltInSandbox && application == nil ? "sandbox-\(dialect.rawValue)" : nil }

  fileprivate func asking(for scopes: [String]?) -> Profile {
    var profile = self
    if let scopes { profile.scopes = scopes }
    return profile
  }
}
