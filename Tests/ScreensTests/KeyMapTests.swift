import Foundation
import Screens
import Terminal
import Testing
import ViewModels

struct KeyMapTests {
  private let map = KeyMap.standard

  @Test("No key stands for two commands in one context", arguments: Context.allCases)
  func noDuplicates(context: Context) {
    for command in Command.allCases {
      for key in map.keys(for: command, in: context) {
        #expect(map.command(for: key, in: context) == command, "\(key) in \(context)")
      }
    }
  }

  @Test("Every command has a key", arguments: Command.allCases)
  func everyCommand(command: Command) { #expect(!map.keys(for: command).isEmpty) }

  @Test("The name of every key reads back as that key")
  func names() {
    for key in Command.allCases.flatMap({ map.keys(for: $0) }) { #expect(Key(key.description) == key) }
  }

  @Test("Every context can be left", arguments: Context.allCases)
  func leaving(context: Context) {
    #expect(map.command(for: Key(.escape), in: context) == .cancel)
    #expect(map.command(for: .character("c", .control), in: context) == .interrupt)
  }

  @Test(
    "The keys that hands expect are there",
    arguments: [
      ("j", Command.moveDown), ("Down", .moveDown), ("k", .moveUp), ("Up", .moveUp), ("l", .open), ("Enter", .open),
      ("Right", .open), ("h", .back), ("Left", .back), ("g", .moveToTop), ("Home", .moveToTop), ("G", .moveToBottom),
      ("End", .moveToBottom), ("PageDown", .pageDown), ("PageUp", .pageUp), ("<C-d>", .halfPageDown),
      ("<C-u>", .halfPageUp), ("Tab", .nextPane), ("<S-Tab>", .previousPane), ("/", .filter), ("r", .refresh),
      ("c", .profiles), ("x", .toggleExchange), ("?", .help), ("F1", .help), ("q", .quit), ("<C-l>", .redraw),
      ("<C-z>", .suspend), ("<C-c>", .interrupt), ("<", .scrollLeft), (">", .scrollRight),
    ])
  func expected(name: String, command: Command) throws {
    let key = try #require(Key(name))
    #expect(map.command(for: key, in: .columns) == command)
    #expect(map.command(for: key, in: .inspector) == command)
  }

  @Test("A text field takes every printable ASCII character", arguments: Context.allCases.filter(\.takesText))
  func textField(context: Context) {
    for value in UInt8(0x20)...0x7E {
      #expect(map.command(for: .character(Character(Unicode.Scalar(value))), in: context) == nil)
    }
  }

  @Test(
    "The hints of every context name keys that work there, and each fits beside the two last on 80 columns",
    arguments: Context.allCases)
  func hints(context: Context) {
    let hints = map.hints(for: context)
    #expect(hints.count >= (context == .marks ? 1 : 2))
    #expect(hints.allSatisfy { !$0.keys.isEmpty && !$0.keys.hasPrefix("/k") && !$0.title.isEmpty })
    for hint in hints where Key(hint.keys) != nil {
      #expect(Key(hint.keys).flatMap { map.command(for: $0, in: context) } != nil, "\(hint)")
    }
    func width(_ hint: KeyMap.Hint) -> Int { hint.keys.count + 1 + hint.title.count }
    let always = hints.suffix(2).map(width).reduce(0, +) + 3
    #expect(hints.dropLast(2).allSatisfy { width($0) + 3 + always <= 78 })
  }

  @Test("The README has the key table as the program knows it")
  func readme() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    #expect(readme.contains(map.markdown), "The table should be:\n\(map.markdown)")
  }
}
