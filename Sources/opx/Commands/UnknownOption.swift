import ExplorerStorage

/// What ArgumentParser says of an option that there isn't.
///
/// It looks for the nearest among those that a command declares, but not among those that every command has.
enum UnknownOption {
  private static let everywhere = ["help", "version"]

  static func words(instead message: String) -> String {
    guard let match = message.wholeMatch(of: /(Unknown option '--([^']+)')(?:\. Did you mean '--([^']+)'\?)?/) else {
      return message
    }
    let names = everywhere + [match.3].compactMap { $0.map(String.init) }
    guard let near = Spelling.near(String(match.2), among: names).first else { return String(match.1) }
    return "\(match.1). Did you mean '--\(near)'?"
  }
}
