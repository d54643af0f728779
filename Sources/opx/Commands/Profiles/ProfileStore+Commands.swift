import ExplorerStorage
import FoundationEssentials

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
    do throws(ConfigurationError) { return try apply(change) } catch {
      throw CommandFailure(.configuration, "nothing was changed: \(error)")
    }
  }
}

extension ProfileList {
  /// A line on standard error for each.
  func tellProblems() { for problem in problems { StandardError.print("opx: \(problem)") } }
}
