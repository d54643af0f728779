import Glibc

/// Where the tests find what the build made.
public enum EndToEnd {
  /// The absolute path of an executable product, which lies beside the test bundle.
  public static func product(_ name: String) -> String {
    var folders = CommandLine.arguments.filter { $0.hasSuffix(".xctest") }
    folders.append(CommandLine.arguments.first ?? "")
    for path in folders {
      let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      if access(folder + "/" + name, X_OK) == 0 { return folder + "/" + name }
    }
    return name
  }
}
