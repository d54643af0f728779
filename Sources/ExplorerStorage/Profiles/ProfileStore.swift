import FoundationEssentials
import Glibc
import OpenPayments

/// The profiles in `profiles.yaml`. Several processes may use it at once; what others wrote is seen with the next call.
public struct ProfileStore: Sendable {
  private static let patience: Duration = .seconds(5)

  let path: String
  var secrets: SecretFiles
  let home: String?
  private let onLock: LockListener
  private let sleep: @Sendable (Duration) -> Void

  /// - Parameters:
  ///   - path: the file; it need not be there.
  ///   - secrets: the folder for secrets that are typed in, a file each, readable by their owner alone.
  ///   - home: what `~` stands for in the file.
  ///   - onLock: is told of waits for another process that is at the file.
  ///   - sleep: keeps the thread for that long; nil for the system's way.
  public init(
    path: String, secrets: String, home: String? = nil, onLock: @escaping LockListener = { _ in },
    sleep: (@Sendable (Duration) -> Void)? = nil
  ) {
    self.path = path
    self.secrets = SecretFiles(folder: secrets)
    self.home = home
    self.onLock = onLock
    self.sleep = sleep ?? FileLock.sleep
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
    let lock = try lock()
    defer { lock.release() }
    let file = try file()
    if let obstacle = file.obstacle { throw obstacle }
    return switch change {
    case .add(let profile, let secret): try add(profile, secret, to: file).list
    case .replace(let name, let profile, let secret): try replace(name, with: profile, secret, in: file)
    case .remove(let name): try remove(name, from: file)
    case .restore(let removed): try restore(removed, to: file).list
    case .setDefault(let name): try setDefault(name, in: file).list
    }
  }

  /// Whether a profile of this name would take the place of one, usable or not. For whoever is to type its secret, and wants
  /// to know before what can't be done.
  ///
  /// - Parameter replace: whether it may.
  /// - Throws: ``ConfigurationError`` if it can't be put into the file.
  public func isReplacement(_ name: String, replace: Bool) throws(ConfigurationError) -> Bool {
    let file = try file()
    if let obstacle = file.obstacle { throw obstacle }
    if replace, file.block(of: name) != nil { return true }
    try check(name, isFreeIn: file)
    return false
  }

  // MARK: - The file

  private func file() throws(ConfigurationError) -> ProfilesFile {
    ProfilesFile(try TextFile.bytes(path, largest: ProfilesFile.largest) ?? [], path: path)
  }

  /// What profiles that are changed become.
  enum Outcome {
    case nothing
    case profile(Profile)
    /// What some lines say, be it of use or not.
    case lines
  }

  enum DefaultOutcome {
    case same
    /// nil for none.
    case named(String?)
  }

  /// Puts the text in place of the file, if it says what it is to say and all else that it said before.
  ///
  /// - Parameters:
  ///   - names: which profiles may differ.
  ///   - outcome: what they are to be.
  ///   - standard: what the default is to be.
  func write(
    _ file: ProfilesFile, after before: ProfilesFile, changing names: Set<String> = [],
    to outcome: Outcome = .nothing, default standard: DefaultOutcome = .same
  ) throws(ConfigurationError) {
    if let fault = file.list.unreadable ?? file.obstacle {
      throw ConfigurationError("\(path): would not be readable any more (\(fault)); edit it by hand")
    }
    let count = file.blocks.count { names.contains($0.name) }
    let isAsMeant =
      switch outcome {
      case .nothing: count == 0
      case .lines: count == 1
      case .profile(let profile):
        count == 1
          && file.list.profiles.contains { $0.name == profile.name && file.lines(of: $0) == file.lines(of: profile) }
      }
    let isDefaultAsMeant =
      switch standard {
      case .same: file.defaultPair?.value == before.defaultPair?.value
      case .named(let name): file.list.defaultName == name && file.list.unreadableDefault == nil
      }
    guard isAsMeant, isDefaultAsMeant, file.rest(besides: names) == before.rest(besides: names) else {
      throw ConfigurationError("\(path): the change would touch other parts of the file, too; edit it by hand")
    }
    guard file.text.count <= ProfilesFile.largest else {
      throw ConfigurationError("\(path): would have more than \(ProfilesFile.largest) bytes; take something out first")
    }
    var status = stat()
    let mode = stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o600
    do throws(OwnFileError) { try OwnFile(path).write(file.text) } catch { throw ConfigurationError("\(error)") }
    if mode != 0o600 { chmod(path, mode) }
  }

  private func lock() throws(ConfigurationError) -> FileLock {
    do throws(OwnFileError) {
      let folder = OwnFolder(ProfilesFile.folder(of: path))
      // One that is there may be somebody else's.
      do { try folder.make(closes: false) } catch { if access(folder.path, F_OK) != 0 { throw error } }
      let wait = LockWait(.profiles, longest: Self.patience)
      if let lock = try FileLock.wait(for: "\(path).lock", wait, tell: onLock, sleep: sleep) { return lock }
      throw OwnFileError(path, .busy)
    } catch { throw ConfigurationError("\(error)") }
  }
}
