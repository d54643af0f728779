import JSONText
import Testing

@Suite struct PathHostileTests {
  private func root(_ text: String) throws -> JSONValue { try #require(JSONDocument(Array(text.utf8)).root) }

  @Test(
    "what is nested in a query without end is refused, not followed",
    arguments: [
      ("$[?", "@[?", "@.a", "]", "]"), ("$[?", "(", "@.a", ")", "]"), ("$[?", "!(", "@.a", ")", "]"),
      ("$[?", "length(", "@", ")", "==1]"), ("$[?", "value(@[?", "@.a", "])==1", "]"),
      ("$[?count(", "@[?count(", "@.*", ")==1]", ")==1]"),
    ])
  func nesting(start: String, open: String, middle: String, close: String, end: String) throws {
    func query(_ levels: Int) -> String {
      start + String(repeating: open, count: levels) + middle + String(repeating: close, count: levels) + end
    }
    let deep = try JSONPath(query(30))
    #expect(deep.matches(in: try root(String(repeating: "[", count: 100))).ending == .complete)
    for levels in [64, 100, 100_000] {
      let error = #expect(throws: JSONPathError.self) { try JSONPath(query(levels)) }
      #expect(error?.reason == .tooDeep)
    }
    #expect(throws: JSONPathError.self) { try JSONPath(start + String(repeating: open, count: 100_000)) }
  }

  @Test(
    "long queries are read in one go",
    arguments: [
      "$" + String(repeating: ".a", count: 20_000), "$" + String(repeating: "[0]", count: 20_000),
      "$" + String(repeating: "..*", count: 10_000), "$[" + String(repeating: "0,", count: 20_000) + "0]",
      "$[?" + String(repeating: "@.a||", count: 10_000) + "@.a]",
      "$[?@.a&&" + String(repeating: "@.a && ", count: 10_000) + "@.a]",
      "$['" + String(repeating: "a", count: 20_000) + "']", "$." + String(repeating: "å", count: 20_000),
      "$[?@==1" + String(repeating: "0", count: 20_000) + "]",
      "$[?@==0." + String(repeating: "1", count: 20_000) + "]",
      "$[?@==1e" + String(repeating: "9", count: 20_000) + "]",
      "$" + String(repeating: " ", count: 20_000) + ".a",
    ])
  func longQueries(text: String) throws {
    let path = try JSONPath(text)
    #expect(path.matches(in: try root(#"{"a":1}"#)).ending == .complete)
    #expect(throws: JSONPathError.self) { try JSONPath(text + ".") }
  }

  @Test("an index of many digits is out of range") func longIndex() {
    let index = String(repeating: "9", count: 100_000)
    #expect(throws: JSONPathError(offset: 2, reason: .integerRange)) { try JSONPath("$[\(index)]") }
  }

  @Test("100 000 levels are gone through, and the deepest value is found by its path") func deepDocument() throws {
    let levels = 100_000
    let root = try root(
      String(repeating: #"{"a":["#, count: levels / 2) + "7" + String(repeating: "]}", count: levels / 2))
    #expect(try JSONPath("$..*").matches(in: root).count == levels)
    #expect(try JSONPath("$..a").matches(in: root).count == levels / 2)
    #expect(try JSONPath("$..[0]").matches(in: root).count == levels / 2)
    #expect(try JSONPath("$..[?@.a]").matches(in: root).count == levels / 2 - 1)
    #expect(try JSONPath("$..[?@==7]").matches(in: root).map(\.text) == ["7"])
    let path = "$" + String(repeating: ".a[0]", count: levels / 2)
    #expect(try JSONPath(path).matches(in: root).map(\.text) == ["7"])
    #expect(try JSONPath("$[?count(@..*)==\(levels - 1)]").matches(in: root).count == 1)
  }

  @Test("equality goes as deep as the values") func deepEquality() throws {
    func nested(_ value: String) -> String {
      String(repeating: #"[{"b":0,"a":"#, count: 50_000) + value + String(repeating: "}]", count: 50_000)
    }
    let root = try root("[[\(nested("1")),\(nested("1.0"))],[\(nested("1")),\(nested("2"))]]")
    #expect(try JSONPath("$[?@[0]==@[1]]").matches(in: root).count == 1)
  }

  @Test("queries that would take for ever are stopped and limited") func endless() throws {
    let root = try root(String(repeating: "[", count: 50_000))
    var asked = 0
    let matches = try JSONPath("$[?count(@..*..*..*)>0]").matches(in: root) {
      asked += 1
      return asked > 10
    }
    #expect(matches.ending == .cancelled)
    #expect(asked == 11)
    let limited = try JSONPath("$..*..*..*").matches(in: root, limit: 1000)
    #expect(limited.ending == .limit)
    #expect(limited.count == 1000)
  }

  @Test(
    "large arrays take steps in proportion to their length",
    arguments: [
      "$[-1]", "$[::-1]", "$[-3:]", "$[?@==$[-1]]", "$[?@==count($[*])]", "$[?@>length($)]", "$[?@==$[99999]]",
      "$[?$[-1]]", "$[?match('a',$[-1])]", "$[?count($[::-1])==1]",
    ])
  func wide(query: String) throws {
    let root = try root("[\((0..<100_000).map(String.init).joined(separator: ","))]")
    var asked = 0
    let matches = try JSONPath(query).matches(in: root) {
      asked += 1
      return false
    }
    #expect(matches.ending == .complete)
    // One question every few thousand steps.
    #expect(asked < 200)
  }

  @Test("keys with lone surrogates, controls and no Unicode at all are reached by their paths") func oddKeys() throws {
    let bytes =
      Array(#"{"\ud800":1,"\u0000\u001b":2,"a'\"\\":3,"\udbff\udfff":4,""#.utf8) + [0xFF] + Array("x\":5}".utf8)
    let root = try #require(JSONDocument(bytes).root)
    for member in root.members {
      #expect(try JSONPath(member.value.path).matches(in: root).map(\.node) == [member.value.node])
    }
    #expect(try JSONPath("$['\u{FFFD}x']").matches(in: root).map(\.text) == ["5"])
  }

  @Test(
    "a broken document is searched as far as it goes",
    arguments: [
      (#"{"a":[1,{"b":2},{"b":"#, ["2"]), (#"{"a":[1,{"b":[3"#, ["[3"]), (#"{"b":1,"b"#, ["1"]), ("[", []),
      ("[1,2 3]", []),
    ])
  func broken(json: String, expected: [String]) throws {
    #expect(try JSONPath("$..b").matches(in: try root(json)).map(\.text) == expected)
    #expect(try JSONPath("$..[?@==@]").matches(in: try root(json)).ending == .complete)
  }
}
