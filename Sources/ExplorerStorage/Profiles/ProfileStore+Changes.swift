import OpenPayments

/// Each change of the file, with the secrets that come and go with it.
extension ProfileStore {
  func add(
    _ profile: Profile, _ secret: Secret?, to file: ProfilesFile
  ) throws(ConfigurationError) -> ProfilesFile {
    try check(profile.name, isFreeIn: file)
    return try keeping(secret, of: profile, besides: file) { (profile) throws(ConfigurationError) in
      let changed = file.inserting(file.lines(of: profile))
      try write(changed, after: file, changing: [profile.name], to: .profile(profile))
      return changed
    }
  }

  func replace(
    _ name: String, with profile: Profile, _ secret: Secret?, in file: ProfilesFile
  ) throws(ConfigurationError) -> ProfileList {
    guard let block = file.block(of: name) else { throw Self.missing(name) }
    if profile.name != name { try check(profile.name, isFreeIn: file) }
    // What says the same is left as it was written.
    if secret == nil, file.list.profiles.contains(profile) { return file.list }
    let isRenamedDefault = file.list.defaultName == name && profile.name != name
    let changed = try keeping(secret, of: profile, besides: file) { (profile) throws(ConfigurationError) in
      var changed = file.replacing(block, with: file.lines(of: profile))
      if isRenamedDefault { changed = changed.settingDefault(profile.name) }
      try write(
        changed, after: file, changing: [name, profile.name], to: .profile(profile),
        default: isRenamedDefault ? .named(profile.name) : .same)
      return changed
    }
    // A secret that is no longer used lies nowhere.
    return list(of: changed, without: unusedSecret(of: block, in: changed))
  }

  func remove(_ name: String, from file: ProfilesFile) throws(ConfigurationError) -> ProfileList {
    guard let block = file.block(of: name) else { throw Self.missing(name) }
    let wasDefault = file.list.defaultName == name
    var changed = file.removing(block)
    if wasDefault { changed = changed.settingDefault(nil) }
    let unused = unusedSecret(of: block, in: changed)
    try write(changed, after: file, changing: [name], default: wasDefault ? .named(nil) : .same)
    var list = list(of: changed, without: unused)
    list.removed = RemovedProfile(
      name: name, lines: Array(file.body[block.bytes]), position: file.position(of: block),
      gap: file.gap(before: block),
      wasDefault: wasDefault, secret: try? unused.get())
    return list
  }

  func restore(_ removed: RemovedProfile, to file: ProfilesFile) throws(ConfigurationError) -> ProfilesFile {
    try check(removed.name, isFreeIn: file)
    var changed = file.restoring(removed)
    let isDefault = removed.wasDefault && file.defaultPair == nil
    if isDefault { changed = changed.settingDefault(removed.name) }
    let isPutBack = if let secret = removed.secret { try secrets.restore(secret) } else { false }
    do throws(ConfigurationError) {
      try write(
        changed, after: file, changing: [removed.name], to: .lines, default: isDefault ? .named(removed.name) : .same)
    } catch {
      throw isPutBack ? Self.error(error, and: removed.secret.flatMap(secrets.remove)) : error
    }
    return changed
  }

  func setDefault(_ name: String?, in file: ProfilesFile) throws(ConfigurationError) -> ProfilesFile {
    if let name, file.block(of: name) == nil, !ProfileName.reserved.contains(name) { throw Self.missing(name) }
    let changed = file.settingDefault(name)
    try write(changed, after: file, default: .named(name))
    return changed
  }

  // MARK: - Secrets

  /// Makes a change with a secret in a file of its own, which is gone again if the change can't be made.
  private func keeping(
    _ secret: Secret?, of profile: Profile, besides file: ProfilesFile,
    _ change: (Profile) throws(ConfigurationError) -> ProfilesFile
  ) throws(ConfigurationError) -> ProfilesFile {
    if let problem = profile.variableProblem { throw problem }
    var profile = profile
    guard let secret else {
      if case .given? = profile.application?.secret {
        throw ConfigurationError("\(profile.name) has no place that its secret comes from")
      }
      return try change(profile)
    }
    let kept = try secrets.keep(secret, for: profile.name, besides: mentions(in: file))
    profile.application?.secret = .file(kept.path)
    do throws(ConfigurationError) { return try change(profile) } catch {
      throw Self.error(error, and: secrets.remove(kept))
    }
  }

  /// Removes a secret, if any.
  private func list(of file: ProfilesFile, without unused: Result<KeptSecret?, ConfigurationError>) -> ProfileList {
    var list = file.list
    let problem: ConfigurationError? =
      switch unused {
      case .success(let kept): kept.flatMap(secrets.remove)
      case .failure(let error):
        ConfigurationError("the secret, which nothing uses any more, was not removed: \(error); or remove it yourself")
      }
    if let problem { list.problems.insert(problem, at: 0) }
    return list
  }

  private static func error(_ error: ConfigurationError, and other: ConfigurationError?) -> ConfigurationError {
    other.map { ConfigurationError("\(error); \($0)") } ?? error
  }

  /// The typed secret of a profile, whatever else is wrong with it, if nothing speaks of its file after a change; or why it
  /// has to stay.
  private func unusedSecret(
    of block: ProfilesFile.Block, in changed: ProfilesFile
  ) -> Result<KeptSecret?, ConfigurationError> {
    let mentions = mentions(in: changed)
    let files = block.value.pairs?.filter { $0.key.string == ProfileKey.secretFile.rawValue }.compactMap(\.value.string)
    guard let path = files?.first.map(mentions.located), !mentions.contain(path) else { return .success(nil) }
    return Result { () throws(ConfigurationError) in try secrets.secret(in: path) }
  }

  private func mentions(in file: ProfilesFile) -> FileMentions {
    FileMentions(values: file.values, folder: ProfilesFile.folder(of: path), home: home)
  }

  func check(_ name: String, isFreeIn file: ProfilesFile) throws(ConfigurationError) {
    if let problem = ProfileName.problem(name) { throw ConfigurationError("the name \"\(name.shown)\" \(problem)") }
    guard file.block(of: name) == nil else { throw ConfigurationError("there is a profile \(name) already") }
  }

  private static func missing(_ name: String) -> ConfigurationError {
    ConfigurationError("there is no profile \"\(name.shown)\" in profiles.yaml")
  }
}
