/// A word of the command line, and what it does.
struct Verb: Sendable {
  enum Meaning: Sendable {
    /// The same as a key.
    case command(Command)
    /// Calls the path that follows.
    case get
  }

  let name: String
  /// What follows the word, as help names it; nil if nothing does.
  var argument: String?
  let meaning: Meaning

  /// `get`, and every command that means something by itself.
  static let all =
    [Verb(name: "get", argument: "PATH", meaning: .get), Verb(name: "q", meaning: .command(.quit))]
    + Command.allCases.filter(\.isVerb).map { Verb(name: $0.name, meaning: .command($0)) }
}
