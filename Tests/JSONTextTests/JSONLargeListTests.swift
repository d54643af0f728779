import JSONText
import Testing

/// Lists longer than what is counted step by step.
@Suite struct JSONLargeListTests {
  private static let counts = [0, 1, 255, 256, 257, 511, 512, 1000, 70_000]

  @Test("children are counted, found by position and know theirs, scalars and containers alike", arguments: counts)
  func children(count: Int) throws {
    for item in ["1", #"{"a":[1,2]}"#, "[]"] {
      let text = #"{"x":0,"list":["# + Array(repeating: item, count: count).joined(separator: ",") + #"],"y":[]}"#
      let list = try #require(JSONDocument(Array(text.utf8)).root?["list"])
      #expect(list.count == count)
      #expect(list.child(at: count) == nil)
      #expect(list.child(at: -1) == nil)
      for position in [0, 254, 255, 256, 511, count - 1] where (0..<count).contains(position) {
        let child = try #require(list.child(at: position))
        #expect(child.path == "$.list[\(position)]")
        #expect(child.parent == list)
        #expect(child.text == item)
      }
    }
  }

  @Test("members of a large object are found by position") func members() throws {
    let members = (0..<1000).map { #""k\#($0)":[\#($0)]"# }.joined(separator: ",")
    let object = try #require(JSONDocument(Array("{\(members)}".utf8)).root)
    #expect(object.count == 1000)
    for position in [0, 255, 256, 700, 999] {
      #expect(object.child(at: position)?.path == "$.k\(position)")
      #expect(object.child(at: position)?.child(at: 0)?.path == "$.k\(position)[0]")
    }
  }

  @Test("what is far from its container still finds it") func farParents() throws {
    let wide = "[" + Array(repeating: "[[1],2]", count: 20_000).joined(separator: ",") + ",3]"
    let document = JSONDocument(Array("[\(wide),[\(wide)]]".utf8))
    let root = try #require(document.root)
    let last = try #require(root.child(at: 1)?.child(at: 0)?.child(at: 20_000))
    #expect(last.path == "$[1][0][20000]")
    #expect(last.depth == 3)
    #expect(last.parent?.parent?.parent == root)
    #expect(last.path(lastSteps: 2) == "…[0][20000]")
  }

  @Test("a key that no value follows is taken back, wherever it stands", arguments: 55..<75) func brokenKeys(count: Int)
  {
    let text = "[" + Array(repeating: "1", count: count).joined(separator: ",") + #",{"a":{"b""#
    let tree = JSONTree(JSONDocument(Array(text.utf8)))
    #expect(tree.count == count + 3)
    #expect(tree[tree.count - 1]?.value.path == "$[\(count)].a")
    #expect(tree[tree.count - 1]?.depth == 2)
  }
}
