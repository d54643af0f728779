/// Where each command has a key; one that isn't named works everywhere.
public struct CommandContexts: Sendable, Hashable {
  private let sets: [Command: ContextSet]

  public init(_ sets: [Command: ContextSet] = [:]) { self.sets = sets }

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
