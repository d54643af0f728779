import Foundation
import Testing

@testable import ExplorerStorage

@Suite("YAML")
struct YAMLTests {
  private func fault(_ text: String) -> String {
    do throws(YAMLFault) {
      let node = try YAML.read(text)
      return "read: \(node?.strings.count ?? 0)"
    } catch {
      return error.description
    }
  }

  /// Levels of lists, each of which has the one before it nine times.
  private static func tree(_ levels: Int, before: String = "", after: String) -> String {
    (0..<levels).reduce(before) { text, level in
      let item = level == 0 ? "x" : "*a\(level - 1)"
      return text + "k\(level): &a\(level) [\(Array(repeating: item, count: 9).joined(separator: ","))]\n"
    } + after
  }

  @Test(
    "A tree of aliases is told with its place, as a key and as a value, in the time it takes to read it",
    arguments: [tree(9, after: "? *a8\n: x\n"), tree(9, after: "z: *a8\n"), tree(9, after: "z: {*a8 : 1, *a8 : 2}\n")])
  func aliases(text: String) throws {
    let start = ContinuousClock.now
    #expect(fault(text) == "5:10: the aliases up to here stand for more than 10000 values")
    #expect(throws: ConfigurationError.self) { try SettingsFile.parse(text, path: "c") }
    #expect(KeyFile.parse(text, path: "k").problems.map(\.description) == ["k:\(fault(text))"])
    #expect(ProfilesFile(Array(text.utf8), path: "p").list.unreadable?.description == "p:\(fault(text))")
    #expect(ContinuousClock.now - start < .seconds(2))
  }

  @Test("Keys that are lists or aliases are read, and no two of one name")
  func keys() throws {
    #expect(fault("? [a, b]\n: c\n? [a, b]\n: d\n") == "read: 6")
    #expect(fault("a: &a b\n*a : c\n") == "read: 4")
    #expect(fault("a: &a b\nx: {b: 1,\n  *a : c}\n") == "3:3: b set more than once")
    #expect(fault("\"a\": 1\nb: 2\r\n\r\na: 3") == "4:1: a set more than once")
    #expect(fault("a: *b").hasPrefix("1:4: "))
    #expect(fault("a: &a [*a]").hasPrefix("1:8: "), "it is no part of itself")
    #expect(fault("a: 1\n---\nb: 2\n").hasPrefix("2:1: a second document"))
  }

  @Test(
    "Depth is bounded, and no text takes long",
    arguments: [
      "[", "{", "- ", "? ", "{a: ", "[[", "&a ", "!a ", "*a ", "a: ", "\"", "'", "|", "#", "%", "-\n", "a:\n ",
    ])
  func depth(piece: String) {
    let start = ContinuousClock.now
    _ = fault(String(repeating: piece, count: 300_000 / piece.utf8.count))
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(fault(String(repeating: "[", count: 65)) == "1:65: more than 64 values lie in one another here")
  }

  @Test(
    "A character that may not be there is told at its own place",
    arguments: [
      ("a: b\nc\u{0}: d", "2:2: the character U+0000 is not allowed"),
      ("a: b\r\n\u{85}\u{2028}é漢\u{1B}", "4:3: the character U+001B is not allowed"),
      ("a: \"\u{FFFE}\"", "1:5: the character U+FFFE is not allowed"),
      ("\u{7F}", "1:1: the character U+007F is not allowed"),
      (String(repeating: "# x\n", count: 50_000) + "é: \u{9F}", "50001:4: the character U+009F is not allowed"),
    ])
  func characters(text: String, words: String) { #expect(fault(text) == words) }

  @Test("Every value has the bytes it takes, whatever the lines end with")
  func bytes() throws {
    for end in ["\n", "\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"] {
      let text =
        "# é漢\(end)a: 'x\(end)  y'  # z\(end)b: |\(end)  t\(end)c: [1, &x 2 ]\(end)d: &y\(end)  e: f\(end)g: *x\(end)"
      let pairs = try #require(try YAML.read(text)?.pairs)
      let bytes = Array(text.utf8)
      let taken = pairs.map { String(decoding: bytes[$0.value.bytes], as: UTF8.self) }
      #expect(taken == ["'x\(end)  y'", "|\(end)  t\(end)", "[1, &x 2 ]", "&y\(end)  e: f", "*x"])
      #expect(pairs.map(\.key.place.line) == [2, 4, 6, 7, 9])
      #expect(pairs.last?.value.string == "2")
    }
  }

  @Test("Only plain words are null")
  func null() throws {
    let pairs = try #require(try YAML.read("[a: , a: ~, a: null, a: '', a: \"~\", a: !!str null]")?.items)
    #expect(pairs.map { $0.pairs?.first?.value.isNull } == [true, true, true, false, false, false])
    for text in ["", "# x", "---\n", "~", "null\n...\n"] { #expect(try YAML.read(text) == nil) }
  }

  @Test("Of a great many problems the first are told, the others counted, and no time is lost on them")
  func many() {
    let start = ContinuousClock.now
    let keys = KeyFile.parse((0..<90_000).map { "command\($0): {}\n" }.joined(), path: "k").problems.map(\.description)
    #expect(keys.count == 11 && keys.first == "k:1:1: command0 must be a key or a list of keys")
    #expect(keys.last == "k: and 89,990 more")
    let profiles = ProfilesFile(
      Array(("profiles:\n" + (0..<40_000).map { "  a\($0):\n    x: y\n" }.joined()).utf8), path: "p"
    ).list
    #expect(profiles.problems.count == 11 && profiles.problems.last?.description == "p: and 39,990 more")
    #expect(profiles.unusable.count == 40_000)
    let profile = ProfilesFile(
      Array(("profiles:\n  a:\n" + (0..<60_000).map { "    a\($0): b\n" }.joined()).utf8), path: "p"
    ).list
    #expect(profile.problems.last?.description == "p: and 59,990 more")
    let strangers = ProfilesFile(Array((0..<90_000).map { "a\($0): b\n" }.joined().utf8), path: "p").list
    #expect(strangers.problems.last?.description == "p: and 89,990 more")
    let long = String(repeating: "x", count: 1000)
    for text in [
      keys + strangers.problems.map(\.description), KeyFile.parse("\(long): {}", path: "k").problems.map(\.description),
    ] {
      #expect(text.allSatisfy { $0.count < 200 })
    }
    #expect(ContinuousClock.now - start < .seconds(20), "in a build that is not optimised, beside others")
    #expect(
      KeyFile.parse("a: [\(Array(repeating: "b", count: 33).joined(separator: ","))]", path: "k").problems.count == 1)
  }
}
