import JSONText
import TestRandomness
import Testing

@Suite struct JSONTreeFoldingTests {
  private static let text = #"{"a":[1,[2,3],{"b":[4]}],"c":{"d":5},"e":6}"#

  private func tree(_ text: String = text) -> JSONTree { JSONTree(JSONDocument(Array(text.utf8))) }

  private func lines(_ tree: JSONTree) -> [String] {
    tree.lines.map { line in
      String(repeating: " ", count: line.depth) + (line.key.map { $0.text + ":" } ?? "") + line.text(maxBytes: 100)
        + (line.hasComma ? "," : "")
    }
  }

  @Test("a folded container is one row with the beginning of what it holds") func fold() {
    var tree = tree()
    let row = tree.fold(1)
    #expect(row == 1)
    #expect(lines(tree) == ["{", #" "a":[1, […], {…}],"#, #" "c":{"#, #"  "d":5"#, " },", #" "e":6"#, "}"])
    #expect(tree[1]?.part == .folded)
    let again = tree.fold(1)
    #expect(again == nil)
    let isFolded = tree.unfold(0)
    #expect(!isFolded)
    let unfolded = tree.unfold(1)
    #expect(unfolded)
    #expect(lines(tree) == lines(self.tree()))
  }

  @Test("the closing bracket folds its container, too, and scalars nothing") func foldAtTheEnd() {
    var tree = tree()
    let last = tree.count - 1
    let row = tree.fold(last)
    #expect(row == 0)
    #expect(lines(tree) == [#"{ "a": […], "c": {…}, "e": 6 }"#])
    tree.unfoldAll()
    let scalar = tree.fold(2)
    #expect(scalar == nil)
  }

  @Test("what was folded inside a container is so when that is opened again") func nested() {
    var tree = tree()
    tree.fold(3)
    tree.fold(1)
    tree.unfold(1)
    #expect(lines(tree).prefix(4) == ["{", #" "a":["#, "  1,", "  [2, 3],"])
  }

  @Test("everything folds to a depth, and opens around it") func depths() {
    var tree = tree()
    tree.fold(toDepth: 1)
    #expect(lines(tree) == ["{", #" "a":[1, […], {…}],"#, #" "c":{ "d": 5 },"#, #" "e":6"#, "}"])
    tree.fold(toDepth: 2)
    #expect(
      lines(tree) == [
        "{", #" "a":["#, "  1,", "  [2, 3],", #"  { "b": […] }"#, " ],", #" "c":{"#, #"  "d":5"#, " },", #" "e":6"#,
        "}",
      ])
    tree.fold(toDepth: 0)
    #expect(tree.count == 1)
    tree.fold(toDepth: 9)
    #expect(lines(tree) == lines(self.tree()))
  }

  @Test("all folds at every level, below the outermost value") func all() {
    var tree = tree()
    tree.foldAll()
    #expect(tree.count == 5)
    tree.unfold(1)
    #expect(lines(tree).prefix(5) == ["{", #" "a":["#, "  1,", "  [2, 3],", #"  { "b": […] }"#])
    tree.unfoldAll()
    #expect(lines(tree) == lines(self.tree()))
  }

  @Test("others fold, what is around the row stays open") func others() throws {
    var tree = tree()
    let value = try #require(tree.document.root?["c"]?["d"])
    let row = try #require(tree.row(of: value))
    let after = tree.foldOthers(row)
    #expect(lines(tree) == ["{", #" "a":[1, […], {…}],"#, #" "c":{"#, #"  "d":5"#, " },", #" "e":6"#, "}"])
    #expect(after == 3)
  }

  @Test("a value is revealed by opening no more than what hides it") func reveal() throws {
    var tree = tree()
    tree.foldAll()
    let list = try #require(tree.document.root?["a"])
    let value = try #require(list.child(at: 1)?.child(at: 0))
    #expect(tree.row(of: value) == nil)
    let row = tree.reveal(value)
    #expect(row == 4)
    #expect(
      lines(tree) == [
        "{", #" "a":["#, "  1,", "  [", "   2,", "   3", "  ],", #"  { "b": […] }"#, " ],", #" "c":{ "d": 5 },"#,
        #" "e":6"#, "}",
      ])
  }

  @Test("one goes to the value around, the next one and the one before") func moving() {
    let tree = tree()
    #expect(
      (0..<tree.count).map { tree.parentRow(of: $0) ?? -1 } == [
        -1, 0, 1, 1, 3, 3, 1, 1, 7, 8, 7, 1, 0, 0, 13, 0, 0, -1,
      ])
    #expect(tree.nextSiblingRow(of: 1) == 13)
    #expect(tree.nextSiblingRow(of: 2) == 3)
    #expect(tree.nextSiblingRow(of: 3) == 7)
    #expect(tree.nextSiblingRow(of: 7) == nil)
    #expect(tree.previousSiblingRow(of: 7) == 3)
    #expect(tree.previousSiblingRow(of: 13) == 1)
    #expect(tree.previousSiblingRow(of: 1) == nil)
    #expect(tree.previousSiblingRow(of: 2) == nil)
    #expect(tree.nextSiblingRow(of: 0) == nil)
  }

  @Test("some values alone stand at the outermost level, those inside others within them") func filtered() throws {
    let document = JSONDocument(Array(Self.text.utf8))
    let root = try #require(document.root)
    let list = try #require(root["a"])
    let inner = try #require(list.child(at: 1))
    let last = try #require(root["e"])
    let other = try #require(root["c"])
    var tree = JSONTree(document, only: [list, inner, last])
    #expect(lines(tree) == ["[", " 1,", " [", "  2,", "  3", " ],", " {", #"  "b":["#, "   4", "  ]", " }", "]", "6"])
    #expect(tree.lines.map(\.isRoot).filter { $0 }.count == 2)
    #expect(tree.nextSiblingRow(of: 0) == 12)
    #expect(tree.previousSiblingRow(of: 12) == 0)
    #expect(tree.parentRow(of: 0) == nil)
    #expect(tree.parentRow(of: 2) == 0)
    tree.foldAll()
    #expect(lines(tree) == ["[1, […], {…}]", "6"])
    tree.fold(toDepth: 1)
    #expect(lines(tree) == ["[", " 1,", " [2, 3],", #" { "b": […] }"#, "]", "6"])
    let row = tree.reveal(other)
    #expect(row == nil)
    #expect(JSONTree(document, only: [list, root].prefix(1))[0]?.part == .folded)
  }

  @Test("a byte leads to the row that shows it, and a row to its first byte") func bytes() {
    var tree = tree()
    for row in 0..<tree.count where tree[row]?.part != .closing {
      #expect(tree.byte(ofRow: row).flatMap(tree.row(atByte:)) == row)
    }
    tree.fold(1)
    #expect(tree.row(atByte: 8) == 1)
  }

  @Test("whatever is folded in whatever order, the rows are those of a plain model") func random() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<20 {
      let document = JSONDocument(Array(Self.randomText(using: &random).utf8))
      let root = try #require(document.root)
      var tree = JSONTree(document)
      var folded: Set<Int> = []
      for _ in 0..<30 {
        let row = Int.random(in: 0..<tree.count, using: &random)
        let node = try #require(tree[row]).value.node
        switch Int.random(in: 0..<5, using: &random) {
        case 0, 1: if tree.fold(row) != nil { folded.insert(node) }
        case 2: if tree.unfold(row) { folded.remove(node) }
        case 3:
          tree.unfoldAll()
          folded = []
        default:
          let depth = Int.random(in: 0..<5, using: &random)
          tree.fold(toDepth: depth)
          folded = Set(Self.containers(document).filter { $0.depth == depth }.map(\.node))
        }
        let expected = Self.rows(root, folded)
        #expect(tree.lines.map { "\($0.part) \($0.value.node)" } == expected)
        #expect(
          tree.lines.enumerated().allSatisfy { $1.part == .closing || tree.row(of: $1.value) == $0 })
      }
    }
  }

  private static func containers(_ document: JSONDocument) -> [JSONValue] {
    JSONTree(document).lines.filter { $0.part == .opening }.map(\.value)
  }

  /// The rows of a value, by walking through it.
  private static func rows(_ value: JSONValue, _ folded: Set<Int>) -> [String] {
    guard !value.isEmpty else { return ["whole \(value.node)"] }
    guard !folded.contains(value.node) else { return ["folded \(value.node)"] }
    let children = value.members.map(\.value) + value.elements
    return ["opening \(value.node)"] + children.flatMap { rows($0, folded) } + ["closing \(value.node)"]
  }

  private static func randomText(using random: inout SeededGenerator, depth: Int = 0) -> String {
    let count = Int.random(in: 0..<8, using: &random)
    switch Int.random(in: 0..<(depth > 4 ? 1 : 3), using: &random) {
    case 0 where depth > 0: return "1"
    case 1:
      return "{"
        + (0..<count).map { "\"k\($0)\":" + randomText(using: &random, depth: depth + 1) }.joined(separator: ",")
        + "}"
    default:
      return "[" + (0..<count).map { _ in randomText(using: &random, depth: depth + 1) }.joined(separator: ",") + "]"
    }
  }
}
