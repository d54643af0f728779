/// Where each command has a key, and how it is named in this run.
public struct CommandKeys: Sendable, Hashable {
  /// What stands for a command in some contexts: a key, or a word that can be typed.
  public struct Name: Sendable, Hashable {
    let words: String
    let contexts: ContextSet

    public init(_ words: String, in contexts: ContextSet = .all) {
      self.words = words
      self.contexts = contexts
    }
  }

  private let sets: [Command: ContextSet]
  private let names: [Command: [Name]]

  /// - Parameters:
  ///   - sets: a command that isn't there works everywhere.
  ///   - names: a command that isn't there is asked for after the colon, if it can be.
  public init(_ sets: [Command: ContextSet] = [:], names: [Command: [Name]] = [:]) {
    self.sets = sets
    self.names = names
  }

  /// What stands for a command, in that context if it has something there; nil if there is no way to give it.
  func words(for command: Command, in context: Context? = nil) -> String? {
    guard let names = names[command] else { return command.isVerb ? ":\(command.name)" : nil }
    let there = context.flatMap { context in names.first { $0.contexts.contains(context) } }
    return (there ?? names.first)?.words
  }

  /// What can be copied can be asked for without the menu, where that can be opened.
  func isUsable(_ command: Command, in context: Context) -> Bool {
    guard let places = sets[command] else { return true }
    return places.contains(context) || places.contains(.copy) && sets[.copy]?.contains(context) == true
  }

  /// Where a command works, in words.
  public func places(of command: Command) -> [String] {
    let places = Context.allCases.filter { sets[command]?.contains($0) ?? true }.map(\.words)
    var unique: [String] = []
    for place in places where !unique.contains(place) { unique.append(place) }
    return unique
  }

  /// Why a command does nothing where it is not usable.
  func refusal(of command: Command) -> Notice {
    Notice("That works \(places(of: command).prefix(3).joined(separator: ", ")) only.")
  }
}
