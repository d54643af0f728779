import JSONText
import Testing

@Suite struct JSONTreeTests {
  private func lines(_ text: String) -> [String] {
    JSONTree(JSONDocument(Array(text.utf8))).lines.map { line in
      String(repeating: "  ", count: line.depth) + (line.key.map { $0.text + ": " } ?? "") + line.text(maxBytes: 100)
        + (line.hasComma ? "," : "")
    }
  }

  @Test("every kind of row is shown") func everyRow() {
    #expect(
      lines(#" {"a":1,"b\n":[ true , null,{ },[ ]],"c":{"d":"x","d":{"e":false}}, "f":-1.50e+9}"#) == [
        "{",
        #"  "a": 1,"#,
        #"  "b\n": ["#,
        "    true,",
        "    null,",
        "    {},",
        "    []",
        "  ],",
        #"  "c": {"#,
        #"    "d": "x","#,
        #"    "d": {"#,
        #"      "e": false"#,
        "    }",
        "  },",
        #"  "f": -1.50e+9"#,
        "}",
      ])
  }

  @Test("a scalar and an empty container are one row each", arguments: ["1", #""a""#, "{}", "[]", "null"])
  func oneRow(text: String) {
    #expect(lines(text) == [text])
  }

  @Test("strings among strings are no keys") func stringsInArrays() {
    #expect(lines(#"["a","b",["c"]]"#) == ["[", #"  "a","#, #"  "b","#, "  [", #"    "c""#, "  ]", "]"])
  }

  @Test("a text without a value has no rows") func noRows() {
    #expect(lines("").isEmpty)
    #expect(lines("  x").isEmpty)
  }

  @Test("a broken text shows no bracket that is not there") func broken() {
    #expect(
      lines(#"{"a":[1,[],{"b":2}],"c":[3,{"d":!"#) == [
        "{", #"  "a": ["#, "    1,", "    [],", "    {", #"      "b": 2"#, "    }", "  ],", #"  "c": ["#, "    3,",
        "    {",
      ])
    #expect(lines("[1,") == ["[", "  1"])
    #expect(lines("[") == ["["])
    #expect(lines(#"{"a""#) == ["{"])
    #expect(lines("[1] x") == ["[", "  1", "]"])
  }

  @Test("rows far from any start have their depth, and values lead back to their rows") func farRows() throws {
    let item = #"{"a":[[{}],[1,[2]]],"b":{"c":{"d":[]}}}"#
    let tree = JSONTree(
      JSONDocument(Array("[\(Array(repeating: item, count: 500).joined(separator: ","))]".utf8)))
    var depth = 0
    for (row, line) in tree.lines.enumerated() {
      if line.part == .closing { depth -= 1 }
      #expect(line.depth == depth)
      if line.part == .opening { depth += 1 }
      if line.part != .closing { #expect(tree.row(of: line.value) == row) }
      if let key = line.key { #expect(tree.row(of: key) == row) }
    }
    #expect(depth == 0)
    #expect(tree.path(ofRow: tree.count - 5) == "$[499].b.c.d")
  }

  @Test("the row of a bracket leads to its container") func brackets() throws {
    let tree = JSONTree(JSONDocument(Array("[[1,2],[3]]".utf8)))
    #expect(tree.lines.map(\.value.count) == [2, 2, 0, 0, 2, 1, 0, 1, 2])
    #expect(tree.path(ofRow: 4) == "$[0]")
    #expect(tree[4].flatMap { tree.row(of: $0.value) } == 1)
  }

  @Test("a value of another document has no row") func otherDocument() throws {
    let other = try #require(JSONDocument(Array("[2]".utf8)).root)
    #expect(JSONTree(JSONDocument(Array("[1]".utf8))).row(of: other) == nil)
  }

  @Test("a row of a very long string shows its beginning") func longString() {
    let tree = JSONTree(JSONDocument([0x22] + Array(repeating: 0x61, count: 1_000_000) + [0x22]))
    #expect(tree[0]?.text(maxBytes: 4) == "\"aaa")
    #expect(tree[0]?.value.range.count == 1_000_002)
  }
}
