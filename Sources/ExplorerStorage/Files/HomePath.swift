/// Paths as people write them: `~` and what begins with `~/` lie in the home folder, and what is neither that nor absolute
/// begins somewhere: in the folder of the file it stands in, or else in the working folder.
public enum HomePath {
  /// The path with a `~` at its beginning replaced. Another user's home has no such name.
  ///
  /// - Parameter home: what `HOME` says; where that is no folder, the account's own counts.
  public static func expanded(
    _ path: String, home: String?, accountHome: () -> String? = Paths.accountHome
  ) -> String {
    guard isInHome(path) else { return path }
    return Paths.home(home, accountHome) + path.dropFirst()
  }

  /// A path as the text of a file has it; a `~` stays.
  public static func located(_ path: String, in folder: String) -> String {
    path.hasPrefix("/") || isInHome(path) ? path : "\(folder)/\(path)"
  }

  private static func isInHome(_ path: String) -> Bool { path == "~" || path.hasPrefix("~/") }
}
