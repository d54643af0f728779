import JSONText
import Testing

@Suite struct JSONValueTests {
  private func root(_ text: String) throws -> JSONValue {
    try #require(JSONDocument(Array(text.utf8)).root)
  }

  @Test("every kind of value is told apart") func kinds() throws {
    let value = try root(#"[{},[],"s",-1,true,false,null]"#)
    #expect(value.kind == .array)
    #expect(value.elements.map(\.kind) == [.object, .array, .string, .number, .bool(true), .bool(false), .null])
    #expect(value.elements.map(\.text) == ["{}", "[]", #""s""#, "-1", "true", "false", "null"])
  }

  @Test("numbers keep the text they were sent with") func numbers() throws {
    let texts = ["1.0", "-0", "1E+05", "123456789012345678901234567890.10", "1e400"]
    #expect(try root("[\(texts.joined(separator: " , "))]").elements.map(\.text) == texts)
  }

  @Test("integers are given where they are plain and fit") func integers() throws {
    let value = try root(#"[3600, -9223372036854775808, -0, 9223372036854775808, 1.0, 1e3, "5", null]"#)
    #expect(value.elements.map(\.integer) == [3600, Int.min, 0, nil, nil, nil, nil, nil])
    #expect(try root("1" + String(repeating: "0", count: 100)).integer == nil)
  }

  @Test(
    "strings are decoded",
    arguments: [
      (#""""#, ""), (#""a\"\\\/\b\f\n\r\tz""#, "a\"\\/\u{8}\u{C}\n\r\tz"), (#""\u00e5\u00C5\u0000""#, "åÅ\u{0}"),
      (#""\uD83D\uDE00!""#, "\u{1F600}!"), (#""\uD83D""#, "\u{FFFD}"), (#""\uDE00\uD83D""#, "\u{FFFD}\u{FFFD}"),
      (#""\uD83Dx\uDE00""#, "\u{FFFD}x\u{FFFD}"), (#""\uD83D\uD83D\uDE00""#, "\u{FFFD}\u{1F600}"),
      (#""\uD83D\n""#, "\u{FFFD}\n"), (#""\uD83D\\uDE00""#, "\u{FFFD}\\uDE00"), ("\"å\u{1F600}\"", "å\u{1F600}"),
    ])
  func strings(text: String, expected: String) throws {
    let string = try #require(try root(text).string)
    #expect(Array(string.unicodeScalars) == Array(expected.unicodeScalars))
    #expect(try root(text).text == text)
  }

  @Test("invalid UTF-8 is repaired, and only in what is shown") func invalidUTF8() {
    let bytes: [UInt8] = [0x22, 0x61, 0xFF, 0xC3, 0x5C, 0x6E, 0xED, 0xA0, 0x80, 0x22]
    let document = JSONDocument(bytes)
    #expect(document.error == nil)
    #expect(document.root?.string == "a\u{FFFD}\u{FFFD}\n\u{FFFD}\u{FFFD}\u{FFFD}")
    #expect(document.bytes == bytes)
  }

  @Test("members keep their order and their duplicates; a key finds the last of them") func members() throws {
    let value = try root(#"{"b":1,"a":{"b":9},"b":[2],"":3}"#)
    #expect(value.members.map { $0.key.string } == ["b", "a", "b", ""])
    #expect(value.members.map { $0.value.text } == ["1", #"{"b":9}"#, "[2]", "3"])
    #expect(value.count == 4)
    #expect(value["b"]?.text == "[2]")
    #expect(value["a"]?["b"]?.integer == 9)
    #expect(value[""]?.integer == 3)
    #expect(value["c"] == nil)
  }

  @Test("values that are not containers have no children") func scalars() throws {
    let value = try root(#"{"k":["text",12,true,null,{},[]]}"#)
    for element in try #require(value["k"]).elements {
      #expect(element.isEmpty)
      #expect(element.count == 0)
      #expect(element["k"] == nil)
      #expect(Array(element.elements).isEmpty)
    }
    #expect(Array(value.elements).isEmpty)
    #expect(try #require(value["k"]).members.map(\.key).isEmpty)
    for member in value.members {
      #expect(member.key.isEmpty)
      #expect(member.key.count == 0)
      #expect(Array(member.key.members.map(\.key)).isEmpty)
    }
    #expect(!value.isEmpty)
  }

  @Test(
    "a key matches what it decodes to, and nothing else",
    arguments: [
      (#""abc""#, "abc", true), (#""abc""#, "ab", false), (#""abc""#, "abcd", false), (#""abc""#, "abd", false),
      (#""a\u0062c""#, "abc", true), (#""a\u0062c""#, #"a\u0062c"#, false), (#""a\\b""#, #"a\b"#, true),
      (#""a\\b""#, #"a\\b"#, false), (#""""#, "", true), (#""\u00e9""#, "é", true), (#""\ud800""#, "\u{FFFD}", true),
      ("\"e\u{301}\"", "\u{E9}", false), ("\"\u{E9}\"", "\u{E9}", true), ("1", "1", false),
    ])
  func matching(text: String, content: String, expected: Bool) throws {
    #expect((content ~= (try root(text))) == expected)
  }

  @Test("a key of invalid UTF-8 matches its repaired form") func matchingInvalidUTF8() throws {
    let document = JSONDocument([0x22, 0x61, 0xFF, 0x22])
    #expect("a\u{FFFD}" ~= (try #require(document.root)))
    // The first byte is that of U+FFFD itself.
    for end in [[], Array("b".utf8), [0xFF]] as [[UInt8]] {
      let cut = try #require(JSONDocument([0x22, 0xEF] + end + [0x22]).root)
      #expect(try #require(cut.string) ~= cut)
    }
  }

  @Test("long text is cut between characters") func cutText() throws {
    let value = try root("\"aåå\"")
    #expect(
      (0...8).map { value.text(maxBytes: $0) } == [
        "", "\"", "\"a", "\"a", "\"aå", "\"aå", "\"aåå", "\"aåå\"", "\"aåå\"",
      ])
    #expect(value.text(maxBytes: -1) == "")
  }

  @Test("text that is not UTF-8 is cut, too") func cutInvalidText() throws {
    let value = try #require(JSONDocument([0x22] + Array(repeating: 0x80, count: 100) + [0x22]).root)
    #expect(value.text(maxBytes: 50).unicodeScalars.count <= 50)
    #expect(value.text(maxBytes: 50).unicodeScalars.count > 40)
  }

  @Test("ranges and bytes are those of the text as received") func ranges() throws {
    let value = try root(" {\"a\" : [ 1 ,2 ] } ")
    #expect(value.range == 1..<18)
    #expect(value["a"].map { String(decoding: $0.bytes, as: UTF8.self) } == "[ 1 ,2 ]")
    #expect(value.members.map(\.key.range) == [2..<5])
  }

  @Test("a broken text gives what came before the break") func broken() throws {
    let document = JSONDocument(Array(#"{"a":[1,{"b":2}],"c":[3,{"d":tru] "#.utf8))
    let value = try #require(document.root)
    #expect(document.error == JSONSyntaxError(offset: 32, reason: .expectedLiteral))
    #expect(value.members.map { $0.key.string } == ["a", "c"])
    #expect(value["a"]?.text == #"[1,{"b":2}]"#)
    let open = try #require(value["c"])
    #expect(open.elements.map(\.kind) == [.number, .object])
    #expect(open.elements.map(\.isEmpty) == [true, true])
    #expect(open.text == #"[3,{"d":tru"#)
  }

  @Test("equal places in equal texts are equal values") func equality() throws {
    let value = try root("[1,1]")
    #expect(Array(value.elements) == Array(try root("[1,1]").elements))
    #expect(Array(value.elements) != Array(try root("[1,2]").elements))
    #expect(Array(value.elements).first != Array(value.elements).last)
  }

  @Test(
    "paths name every value",
    arguments: [
      ("[[1,2],[[3]]]", ["$", "$[0]", "$[0][0]", "$[0][1]", "$[1]", "$[1][0]", "$[1][0][0]"]),
      (#"{"a":{"b_1":[0]},"å":1}"#, ["$", "$.a", "$.a.b_1", "$.a.b_1[0]", "$.å"]),
      (#"{"a b":1,"":2,"1a":3,"a-b":4}"#, ["$", "$['a b']", "$['']", "$['1a']", "$['a-b']"]),
      (
        #"{"it's":1,"\\":2,"\u001b\n":3,"\u0085":4,"\"":5}"#,
        ["$", #"$['it\'s']"#, #"$['\\']"#, #"$['\u001b\n']"#, #"$['\u0085']"#, #"$['"']"#]
      ),
      (#"{"a":[1,"#, ["$", "$.a", "$.a[0]"]),
    ])
  func paths(text: String, expected: [String]) throws {
    let tree = JSONTree(JSONDocument(Array(text.utf8)))
    let rows = (0..<tree.count).filter { tree[$0]?.part != .closing }
    #expect(rows.map(tree.path(ofRow:)) == expected)
    #expect(
      rows.compactMap { tree[$0]?.key?.path } == rows.filter { tree[$0]?.key != nil }.map(tree.path(ofRow:)))
  }
}
