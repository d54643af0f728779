import JSONText
import Testing

@Suite struct PathFunctionTests {
  @Test(
    "length is that of a text in scalars, of an array or of an object; anything else has none",
    arguments: [
      (#""""#, "0"), (#""abc""#, "3"), (#""\uD83D\uDE00e\u0301""#, "3"), ("[]", "0"), ("[1,[2,3]]", "2"), ("{}", "0"),
      (#"{"a":1,"b":{"c":1}}"#, "2"), ("1", nil), ("true", nil), ("null", nil),
    ])
  func length(value: String, expected: String?) throws {
    for number in ["0", "1", "2", "3"] {
      #expect(try selection("$[?length(@)==\(number)]", in: "[\(value)]").isEmpty == (number != expected))
    }
    #expect(try selection("$[?length(@)==$.nothing]", in: "[\(value)]").isEmpty == (expected != nil))
  }

  @Test(
    "functions take what they are given",
    arguments: [
      ("length('ab')==2", true), ("length(1)==$.nothing", true), ("length($.list)==3", true),
      ("length($.nothing)==$.nothing", true), ("count($.*)==4", true), ("count($..*)==9", true), ("count($)==1", true),
      ("count($.nothing)==0", true), ("count($.list[0,0])==2", true), ("count($.list[?@>1])>=2", true),
      ("value($.list[0])==1", true), ("value($.list[*])==$.nothing", true), ("value($.nothing)==$.nothing", true),
      ("value($..x)=='abc'", true), ("length(value($..x))==3", true), ("length(value($..*))==3", false),
      ("count($.list.*)==length($.list)", true), ("match($.text,'a.c')", true), ("match($.text,'a.')", false),
      ("search($.text,'b')", true), ("search($.text,'d')", false), ("match($.list,'.*')", false),
      ("search(1,'1')", false), ("match($.text,$.nothing)", false), ("match($.text,1)", false),
      ("match('abc','[a-c]+')", true), ("match(value($..x),'abc')", true), ("!match($.text,'a')", true),
      ("match($.text,$.pattern)", true), ("search($.text,$.o.x)", true),
    ])
  func calls(condition: String, expected: Bool) throws {
    let json = #"{"list":[1,2,3],"text":"abc","pattern":"(a|b|c)*","o":{"x":"abc","y":1}}"#
    #expect(try selection("$[?\(condition)]", in: json).isEmpty == !expected)
  }

  @Test("functions look at the node that the filter looks at") func perNode() throws {
    let json = #"[{"n":"Anna","l":[1]},{"n":"Bo","l":[1,2,3]},{"n":"Carl","l":[]},{"n":5}]"#
    #expect(try paths("$[?length(@.n)==4]", in: json) == ["$[0]", "$[2]"])
    #expect(try paths("$[?count(@.l[*])>=1]", in: json) == ["$[0]", "$[1]"])
    #expect(try paths("$[?match(@.n,'[A-B].*')]", in: json) == ["$[0]", "$[1]"])
    #expect(try paths("$[?value(@..l[0])==1&&length(@.l)<2]", in: json) == ["$[0]"])
    #expect(try paths("$[?length(@.l)>$[0].l[0]]", in: json) == ["$[1]"])
  }
}
