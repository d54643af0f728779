/// That the footer names a command in some contexts, and how.
public struct CommandHint: Sendable {
  let contexts: ContextSet
  /// The lowest comes first; tens, so that another fits between. From 900 on: all commands, what Enter does, the way out.
  let rank: Int
  /// nil for the command's own.
  public let title: String?
  /// The commands whose keys are named; none for its own.
  public let keys: [Command]
  /// Whether it stands for moving both ways, which no click does.
  public let isMoving: Bool

  static func hint(
    _ rank: Int, _ contexts: ContextSet, _ title: String? = nil, keys: [Command] = []
  ) -> Self {
    Self(contexts: contexts, rank: rank, title: title, keys: keys, isMoving: false)
  }

  static func moving(_ title: String, _ keys: [Command], _ contexts: ContextSet) -> Self {
    Self(contexts: contexts, rank: 0, title: title, keys: keys, isMoving: true)
  }
}

extension Context {
  /// What the footer names here, most important first.
  public var hints: [(command: Command, hint: CommandHint)] {
    CommandFacts.all.flatMap { facts in
      facts.hints.filter { $0.contexts.contains(self) }.map { (facts.command, $0) }
    }.sorted { $0.1.rank < $1.1.rank }
  }
}
