import ExplorerStorage
import FoundationEssentials
import Glibc

extension ProfileStore {
  /// The one in the user's configuration folder.
  static var standard: ProfileStore {
    ofUser(ProcessInfo.processInfo.environment)
  }

  static func ofUser(
    _ environment: [String: String], onLock: @escaping LockListener = StandardError.tell
  ) -> ProfileStore {
    let paths = Paths(environment: environment)
    return ProfileStore(
      path: paths.profilesFile, secrets: paths.secrets, home: environment["HOME"], onLock: onLock)
  }

  /// Makes a change to it, and tells what is wrong with the rest of the file.
  ///
  /// - Throws: ``CommandFailure`` if it can't be made.
  func change(_ change: ProfileChange) throws(CommandFailure) -> ProfileList {
    try Self.changing { () throws(ConfigurationError) in try apply(change) }
  }

  /// Does what a change begins with, or all of it; a failure says that nothing has come of it.
  static func changing<Value>(
    _ body: () throws(ConfigurationError) -> Value
  ) throws(CommandFailure) -> Value {
    do throws(ConfigurationError) { return try body() } catch {
      throw CommandFailure(.configuration, "nothing was changed: \(error)")
    }
  }
}

extension Profile {
  /// As it was typed here: where its files are must not depend on where the next run begins.
  var inWorkingFolder: Profile {
    guard let folder = getcwd(nil, 0) else { return self }
    defer { free(folder) }
    return located(in: String(cString: folder))
  }
}

extension ProfileChange {
  var inWorkingFolder: ProfileChange {
    switch self {
    case .add(let profile, let secret): .add(profile.inWorkingFolder, secret: secret)
    case .replace(let name, let profile, let secret):
      .replace(name: name, with: profile.inWorkingFolder, secret: secret)
    case .remove, .restore, .setDefault: self
    }
  }
}

extension ProfileList {
  /// A line on standard error for each.
  func tellProblems() { for problem in problems { StandardError.print("opx: \(problem)") } }
}
