/// Paths as people write them.
public enum HomePath {
  /// The path with `~/` at its beginning replaced; as it is where no home is known.
  public static func expanded(_ path: String, home: String?) -> String {
    guard path.hasPrefix("~/"), let home, !home.isEmpty else { return path }
    return home + path.dropFirst()
  }
}
