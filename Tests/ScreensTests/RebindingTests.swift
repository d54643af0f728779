import ExplorerStorage
import Screens
import Terminal
import Testing
import ViewModels

/// Keys of one's own.
struct RebindingTests {
  private func rebound(_ entries: (String, [String])...) -> (map: KeyMap, problems: [String]) {
    let (map, problems) = KeyMap.standard.rebound(
      by: entries.enumerated().map { KeyEntry(command: $1.0, keys: $1.1, place: "keys.yaml:\($0 + 1):1") })
    return (map, problems.map(\.description))
  }

  private func command(_ key: String, _ map: KeyMap, in context: Context = .columns) throws -> Command? {
    map.command(for: try #require(Key(key)), in: context)
  }

  @Test("A command has the keys it was given, and the footer tells them")
  func given() throws {
    let (map, problems) = rebound(("find", ["F3", "b"]))
    #expect(problems == [])
    #expect(try command("b", map) == .find && command("F3", map) == .find)
    #expect(try command("f", map) == nil && command("<C-p>", map) == nil)
    #expect(map.hints(for: .columns).contains { $0.keys == "F3" && $0.title == "find" })
    #expect(map.commandKeys.places(of: .find) == KeyMap.standard.commandKeys.places(of: .find))
  }

  @Test("Where text is typed, a command keeps keys that type nothing")
  func typing() throws {
    let (map, problems) = rebound(("move-down", ["V"]), ("save-body", ["w"]))
    #expect(problems == [])
    #expect(try command("V", map) == .moveDown && command("w", map) == .saveBody)
    #expect(try command("V", map, in: .entry) == nil && command("Down", map, in: .entry) == .moveDown)
  }

  @Test("A key that is another command's is not given, and whose it is is said; the others are given")
  func conflict() throws {
    let (map, problems) = rebound(("find", ["h"]), ("history", ["b"]))
    #expect(problems == ["keys.yaml:1:1: h is the key of back in the lists; give that another one too"])
    #expect(try command("h", map) == .back && command("f", map) == .find && command("b", map) == .history)
  }

  @Test("Two commands may change keys with each other")
  func swapping() throws {
    let (map, problems) = rebound(("zoom", ["v"]), ("turn-form", ["z"]))
    #expect(problems == [])
    #expect(try command("v", map, in: .body) == .zoom && command("z", map, in: .body) == .turnForm)
  }

  @Test(
    "What can't be given is explained",
    arguments: [
      ("fnid", "b", "keys.yaml:1:1: no command \"fnid\"; did you mean \"find\"?"),
      ("find", "Blue", "keys.yaml:1:1: no key \"Blue\"; keys are like f, F, <C-p>, Enter, PageDown or F2"),
      ("find", "Esc", "keys.yaml:1:1: Esc always leads out and can't be given to find"),
      ("quit", "<C-c>", "keys.yaml:1:1: <C-c> always leads out and can't be given to quit"),
    ])
  func refusals(command: String, key: String, problem: String) {
    #expect(rebound((command, [key])).problems == [problem])
  }
}
