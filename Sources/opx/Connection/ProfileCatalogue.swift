import ExplorerStorage
import OpenPayments

/// The profiles there are, and the one to start with.
struct ProfileCatalogue: Sendable, Hashable {
  /// Those that no file describes: the built-in sandbox in both dialects, and what the settings define.
  let own: [Profile]
  let stored: ProfileList
  let chosen: Profile
  let choice: ProfileChoice

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
    by rule: ProfileChoice = .option,
    needsAPI: Bool = true
  ) throws {
    let sandboxes = try Profile.sandboxes(settings)
    // Whoever asks for another profile by name need not have completed the rest.
    let isOtherNamed = name != nil && name != Profile.environmentName
    let environment =
      isOtherNamed
      ? try? Profile.environment(settings, needsAPI: needsAPI)
      : try Profile.environment(settings, needsAPI: needsAPI)
    var own = sandboxes + [environment].compactMap { $0 }
    var stored = stored
    let wanted = name ?? (environment == nil ? stored.defaultName : nil)
    if let wanted {
      let place = try Self.place(of: wanted, own, stored)
      switch place {
      case .own(let index):
        own[index] = own[index].asking(for: settings.scopes)
        chosen = own[index]
      case .stored(let index):
        if name != nil { stored.profiles[index] = stored.profiles[index].asking(for: settings.scopes) }
        chosen = stored.profiles[index]
      }
      choice = name == nil ? .standard : rule
    } else {
      chosen = environment ?? sandboxes[0]
      choice = environment == nil ? .nothing : .credentials
    }
    (self.own, self.stored) = (own, stored)
  }

  /// The profile of this name.
  ///
  /// - Throws: ``CommandFailure`` if there is no such profile.
  func profile(named name: String) throws -> Profile {
    switch try Self.place(of: name, own, stored) {
    case .own(let index): own[index]
    case .stored(let index): stored.profiles[index]
    }
  }

  private enum Place { case own(Int), stored(Int) }

  private static func place(of name: String, _ own: [Profile], _ stored: ProfileList) throws -> Place {
    if let index = own.firstIndex(where: { $0.name == name || $0.otherName == name }) { return .own(index) }
    if let index = stored.profiles.firstIndex(where: { $0.name == name }) { return .stored(index) }
    guard name != Profile.environmentName else {
      let variables = Setting.connection.map(\.variable).joined(separator: ", ")
      throw ConfigurationError("the profile \(name) is not set; set \(variables)")
    }
    // What is wrong with the file may be why it isn't there.
    if let problem = stored.problems.first {
      throw ConfigurationError("there is no usable profile \"\(name)\": \(problem)")
    }
    let others = own.map(\.name).filter { $0 != Profile.environmentName } + stored.profiles.map(\.name)
    let names = others + [Profile.environmentName]
    throw CommandFailure(.usage, "there is no profile \"\(name)\"; there are \(names.joined(separator: ", "))")
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
