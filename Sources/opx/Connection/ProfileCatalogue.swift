import ExplorerStorage
import OpenPayments

/// The profiles there are, and the one to start with.
struct ProfileCatalogue: Sendable, Hashable {
  let profiles: [Profile]
  let chosen: Profile
  /// Whether the built-in sandbox answers only because nothing else is configured.
  let isFallback: Bool

  /// - Parameters:
  ///   - name: the profile asked for; nil for the one that the settings define, or else the built-in sandbox.
  ///   - needsAPI: false if only a token is wanted.
  /// - Throws: ``CommandFailure`` if there is no such profile, `ConfigurationError` if the settings define half of one.
  init(_ settings: Settings, named name: String? = nil, needsAPI: Bool = true) throws {
    let sandboxes = try Profile.sandboxes(settings)
    // Whoever asks for a sandbox by name need not have completed the rest.
    let isSandboxNamed = name != nil && name != Profile.environmentName
    let environment =
      isSandboxNamed
      ? try? Profile.environment(settings, needsAPI: needsAPI)
      : try Profile.environment(settings, needsAPI: needsAPI)
    var profiles = sandboxes + [environment].compactMap { $0 }
    if let name {
      let index = try Self.index(of: name, in: profiles)
      profiles[index] = profiles[index].asking(for: settings.scopes)
      chosen = profiles[index]
    } else {
      chosen = environment ?? sandboxes[0]
    }
    self.profiles = profiles
    isFallback = name == nil && environment == nil
  }

  /// The profile of this name.
  ///
  /// - Throws: ``CommandFailure`` if there is no such profile.
  func profile(named name: String) throws -> Profile { profiles[try Self.index(of: name, in: profiles)] }

  private static func index(of name: String, in profiles: [Profile]) throws -> Int {
    if let index = profiles.firstIndex(where: { $0.name == name || $0.otherName == name }) { return index }
    guard name != Profile.environmentName else {
      let variables = Setting.connection.map(\.variable).joined(separator: ", ")
      throw ConfigurationError("the profile \(name) is not set; set \(variables)")
    }
    let others = profiles.map(\.name).filter { $0 != Profile.environmentName }
    let names = others + [Profile.environmentName]
    throw CommandFailure(.usage, "there is no profile \"\(name)\"; there are \(names.joined(separator: ", "))")
  }
}

extension Profile {
  /// The name that says the dialect, which holds whatever the default dialect is.
  fileprivate var otherName: String? { isBuiltInSandbox ? "sandbox-\(dialect.rawValue)" : nil }

  fileprivate func asking(for scopes: [String]?) -> Profile {
    scopes.map { Profile(name: name, environment: environment, dialect: dialect, scopes: $0) } ?? self
  }
}
