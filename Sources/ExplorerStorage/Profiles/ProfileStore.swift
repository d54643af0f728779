import FoundationEssentials
import Glibc
import OpenPayments

/// The profiles in `profiles.yaml`. Several processes may use it at once; what others wrote is seen with the next call.
public struct ProfileStore: Sendable {
  private static let patience = 250
  private static let pollInterval: UInt32 = 20_000

  private let path: String
  private let secrets: SecretFiles

  /// - Parameters:
  ///   - path: the file; it need not be there.
  ///   - secrets: the folder for secrets that are typed in, a file each, readable by their owner alone.
  public init(path: String, secrets: String) {
    self.path = path
    self.secrets = SecretFiles(folder: secrets)
  }

  /// All profiles that can be used, and what is wrong with the others. Nothing in the file keeps it from answering.
  public func read() -> ProfileList {
    do throws(ConfigurationError) { return try file().list } catch {
      var list = ProfileList()
      (list.problems, list.unreadable) = ([error], error)
      return list
    }
  }

  /// Makes a change to the file as it is by now, and leaves everything else in it as it was. May wait for another process
  /// that is at it, for seconds at most.
  ///
  /// - Throws: ``ConfigurationError`` if it can't be made; then nothing has changed.
  public func apply(_ change: ProfileChange) throws(ConfigurationError) -> ProfileList {
    let folder = ProfilesFile.folder(of: path)
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let lock = try lock()
    defer { lock.release() }
    var file = try file()
    if let obstacle = file.obstacle { throw obstacle }
    switch change {
    case .add(let profile, let secret): try add(profile, secret, to: &file)
    case .replace(let name, let profile, let secret): try replace(name, with: profile, secret, in: &file)
    case .remove(let name): return try remove(name, from: &file)
    case .restore(let removed): try restore(removed, to: &file)
    case .setDefault(let name):
      if let name, file.block(of: name) == nil, !ProfileName.reserved.contains(name) { throw Self.missing(name) }
      file.setDefault(name)
      try write(file)
    }
    return file.list
  }

  // MARK: - The changes

  private func add(_ profile: Profile, _ secret: Secret?, to file: inout ProfilesFile) throws(ConfigurationError) {
    try check(profile.name, isFreeIn: file)
    var profile = profile
    var kept: String?
    if let secret {
      kept = try secrets.keep(secret, for: profile.name, besides: file.list.profiles)
      profile.application?.secret = .file(kept ?? "")
    }
    do throws(ConfigurationError) {
      try Self.checkSource(profile)
      file.insert(profile.lines(indent: file.indent, folder: ProfilesFile.folder(of: path)))
      try write(file)
    } catch {
      if let kept { secrets.remove(kept) }
      throw error
    }
  }

  private func replace(
    _ name: String, with profile: Profile, _ secret: Secret?, in file: inout ProfilesFile
  ) throws(ConfigurationError) {
    guard let block = file.block(of: name) else { throw Self.missing(name) }
    if profile.name != name { try check(profile.name, isFreeIn: file) }
    let others = file.list.profiles.filter { $0.name != name }
    let before = file.list.profiles.first { $0.name == name }?.application?.secret
    var profile = profile
    if let secret {
      profile.application?.secret = .file(try secrets.keep(secret, for: profile.name, besides: others))
    }
    try Self.checkSource(profile)
    let wasDefault = file.list.defaultName == name
    file.replace(block, with: profile.lines(indent: file.indent, folder: ProfilesFile.folder(of: path)))
    if wasDefault, profile.name != name { file.setDefault(profile.name) }
    try write(file)
    // A secret that is no longer used lies nowhere.
    if let before, before != profile.application?.secret { secrets.remove(before, unlessUsedBy: others) }
  }

  private func remove(_ name: String, from file: inout ProfilesFile) throws(ConfigurationError) -> ProfileList {
    guard let block = file.block(of: name) else { throw Self.missing(name) }
    let others = file.list.profiles.filter { $0.name != name }
    let source = file.list.profiles.first { $0.name == name }?.application?.secret
    let removed = RemovedProfile(
      name: name, lines: file.lines[block.lines].map(String.init),
      position: file.blocks.firstIndex { $0.name == name } ?? 0, wasDefault: file.list.defaultName == name,
      secretFile: source.flatMap { secrets.own($0, unlessUsedBy: others) },
      secret: source.flatMap { secrets.secret(of: $0) })
    file.remove(block)
    if removed.wasDefault { file.setDefault(nil) }
    try write(file)
    if let source { secrets.remove(source, unlessUsedBy: others) }
    var list = file.list
    list.removed = removed
    return list
  }

  private func restore(_ removed: RemovedProfile, to file: inout ProfilesFile) throws(ConfigurationError) {
    try check(removed.name, isFreeIn: file)
    if let path = removed.secretFile, let secret = removed.secret { try secrets.put(secret, in: path) }
    file.insert(removed.lines, at: removed.position)
    if removed.wasDefault, file.list.defaultName == nil { file.setDefault(removed.name) }
    try write(file)
  }

  private func check(_ name: String, isFreeIn file: ProfilesFile) throws(ConfigurationError) {
    if let problem = ProfileName.problem(name) { throw ConfigurationError("the name \"\(name.shown)\" \(problem)") }
    guard file.block(of: name) == nil else { throw ConfigurationError("there is a profile \(name) already") }
  }

  private static func checkSource(_ profile: Profile) throws(ConfigurationError) {
    guard case .given? = profile.application?.secret else { return }
    throw ConfigurationError("\(profile.name) has no place that its secret comes from")
  }

  private static func missing(_ name: String) -> ConfigurationError {
    ConfigurationError("there is no profile \"\(name.shown)\" in profiles.yaml")
  }

  // MARK: - The file

  private func file() throws(ConfigurationError) -> ProfilesFile {
    var status = stat()
    guard stat(path, &status) == 0 else { return ProfilesFile("", path: path) }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size <= ProfilesFile.largest else {
      throw ConfigurationError("\(path): is no file of at most \(ProfilesFile.largest) bytes")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ConfigurationError("\(path): can't be read")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw ConfigurationError("\(path): is not UTF-8 text")
    }
    return ProfilesFile(text, path: path)
  }

  private func write(_ file: ProfilesFile) throws(ConfigurationError) {
    // Whatever form the file has: what can't be read back is not written.
    if let obstacle = file.obstacle { throw obstacle }
    var status = stat()
    let mode = stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o600
    // A link keeps leading where it leads.
    let target = realpath(path, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    guard PrivateFile.write(Array(file.text.utf8), to: target ?? path) else {
      throw ConfigurationError("\(path): can't be written (\(String(cString: strerror(errno))))")
    }
    if mode != 0o600 { chmod(target ?? path, mode) }
  }

  private func lock() throws(ConfigurationError) -> FileLock {
    for _ in 0..<Self.patience {
      if let lock = FileLock("\(path).lock") { return lock }
      guard errno == EWOULDBLOCK || errno == EINTR else { break }
      usleep(Self.pollInterval)
    }
    throw ConfigurationError("\(path): can't be changed (\(String(cString: strerror(errno))))")
  }
}
