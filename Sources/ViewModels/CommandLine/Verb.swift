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

  static let all = [
    Verb(name: "get", argument: "PATH", meaning: .get),
    Verb(name: "getting-started", meaning: .command(.gettingStarted)),
    Verb(name: "help", meaning: .command(.help)),
    Verb(name: "profiles", meaning: .command(.profiles)),
    Verb(name: "quit", meaning: .command(.quit)),
    Verb(name: "q", meaning: .command(.quit)),
  ]

  /// All of them, as a line that says what there is.
  static var summary: String {
    all.map { verb in [verb.name, verb.argument].compactMap { $0 }.joined(separator: " ") }.joined(separator: ", ")
  }
}
