import ExplorerStorage
import Screens
import Testing
import ViewModels

/// Somebody for whom every command has another key than usual.
@MainActor
@Suite("Sentences name the keys that there are", .timeLimit(.minutes(1)))
struct OwnKeysTests {
  @Test("No page and no notice names a key that stands for nothing", arguments: Scenario.allCases)
  func own(_ scenario: Scenario) async throws {
    let (keyMap, problems) = Self.keyMap
    #expect(problems == [])
    let screen = try await Picture(scenario: scenario, look: Look(120, 40)).played(with: keyMap)
    let notices = Command.allCases.compactMap { screen.trial(of: $0).notice }
    for text in screen.lines + notices {
      #expect(!text.contains(Self.usualKey), "\(text)")
    }
  }

  /// Everything but Esc and Ctrl-C can have a key of one's own; a level's digit says more than a command.
  private static var keyMap: (map: KeyMap, problems: [String]) {
    let commands = Command.allCases.filter { ![.cancel, .interrupt, .foldToDepth].contains($0) }
    let keys = ["C-", "A-", "S-", "C-A-"].flatMap { held in (1...35).map { "<\(held)F\($0)>" } }
    let (map, problems) = KeyMap.standard.rebound(
      by: zip(commands, keys).map { KeyEntry(command: $0.name, keys: [$1], place: "keys.yaml") })
    return (map, problems.map(\.description))
  }

  /// A key and what it does: `r asks`, `Enter opens`, `(H)`.
  private static var usualKey: Regex<Substring> {
    #/(?:^|[^\d] |[:;,.(│])(?:Enter|Tab|Space|[b-zB-HJ-Z?\/]) (?:[a-z]+s|and) |\([a-zA-Z]\)/#
  }
}
