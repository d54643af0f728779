import JSONText
import Testing

@Suite struct PathFilterTests {
  @Test(
    "comparisons hold as the standard's table says",
    arguments: [
      ("$.absent1 == $.absent2", true), ("$.absent1 <= $.absent2", true), ("$.absent == 'g'", false),
      ("$.absent1 != $.absent2", false), ("$.absent != 'g'", true), ("1 <= 2", true), ("1 > 2", false),
      ("13 == '13'", false), ("'a' <= 'b'", true), ("'a' > 'b'", false), ("$.obj == $.arr", false),
      ("$.obj != $.arr", true), ("$.obj == $.obj", true), ("$.obj != $.obj", false), ("$.arr == $.arr", true),
      ("$.arr != $.arr", false), ("$.obj == 17", false), ("$.obj != 17", true), ("$.obj <= $.arr", false),
      ("$.obj < $.arr", false), ("$.obj <= $.obj", true), ("$.arr <= $.arr", true), ("1 <= $.arr", false),
      ("1 >= $.arr", false), ("1 > $.arr", false), ("1 < $.arr", false), ("true <= true", true), ("true > true", false),
      ("true < false", false), ("null <= null", true), ("null < null", false), ("null == $.absent", false),
      ("null == false", false), ("$.null == null", true), ("false == 0", false), ("'' == null", false),
    ])
  func comparisons(condition: String, expected: Bool) throws {
    let json = #"{"obj":{"x":"y"},"arr":[2,3],"null":null}"#
    #expect(try selection("$[?\(condition)]", in: json).isEmpty == !expected)
    #expect(try selection("$[?!(\(condition))]", in: json).isEmpty == expected)
  }

  @Test(
    "numbers are compared by their exact value",
    arguments: [
      ("1", "1.0", 0), ("1", "1e0", 0), ("100", "1E+2", 0), ("0.01", "1e-2", 0), ("-0", "0", 0), ("0e5", "-0.000", 0),
      ("1.10", "1.1", 0), ("10.0e-1", "1", 0), ("9007199254740992", "9007199254740993", -1),
      ("123456789012345678901234567890", "123456789012345678901234567891", -1),
      ("123456789012345678901234567890", "1.2345678901234567890123456789e29", 0), ("1e400", "1e401", -1),
      ("-1e400", "-1e401", 1), ("1e-400", "0", 1), ("-1e-400", "0", -1), ("0.1", "0.10000000000000000001", -1),
      ("999999999999999999", "1000000000000000000", -1), ("-1000000000000000000", "-999999999999999999", -1),
      ("1e18", "1000000000000000000", 0), ("1e17", "100000000000000000", 0), ("2", "10", -1), ("-2", "-10", 1),
      ("0.5", "1", -1), ("-0.5", "-1", 1), ("1e999999999999999999999", "2", 1), ("1e-999999999999999999999", "2", -1),
      ("0e999999999999999999999", "0", 0),
    ])
  func numbers(left: String, right: String, order: Int) throws {
    for (left, right, order) in [(left, right, order), (right, left, -order)] {
      let json = "[{\"a\":\(left),\"b\":\(right)}]"
      for (text, expected) in [
        ("==", order == 0), ("!=", order != 0), ("<", order < 0), (">", order > 0), ("<=", order <= 0),
        (">=", order >= 0),
      ] {
        for condition in ["@.a\(text)@.b", "@.a\(text)\(right)", "\(left)\(text)@.b", "\(left)\(text)\(right)"] {
          #expect(try selection("$[?\(condition)]", in: json).isEmpty == !expected, "\(condition)")
        }
      }
    }
  }

  @Test("halves of surrogate pairs are equal to themselves alone")
  func loneSurrogates() throws {
    let json = #"[{"a":"\ud800","b":"\uD800"},{"a":"\ud800","b":"\ud801"},{"a":"\udc00","b":"\ufffd"}]"#
    #expect(try selection("$[?@.a==@.b]", in: json) == [#"{"a":"\ud800","b":"\uD800"}"#])
    let objects = #"[{"a":{"\ud800":1},"b":{"\ud801":1}}]"#
    #expect(try selection("$[?@.a==@.b]", in: objects).isEmpty)
  }

  @Test("strings are equal and in order by their scalars") func strings() throws {
    let json = #"["a","ab","b","B","","\u0061","e\u0301","\u00e9","\uFFFD","\uD83D\uDE00",1]"#
    #expect(try selection("$[?@=='a']", in: json) == [#""a""#, #""\u0061""#])
    #expect(try selection("$[?@=='e\u{301}']", in: json) == [#""e\u0301""#])
    #expect(try selection("$[?@>'b']", in: json) == [#""e\u0301""#, #""\u00e9""#, #""\uFFFD""#, #""\uD83D\uDE00""#])
    #expect(try selection("$[?@>'\u{FFFD}']", in: json) == [#""\uD83D\uDE00""#])
    #expect(try selection("$[?@<'a']", in: json) == [#""B""#, #""""#])
    #expect(try selection("$[?@==$[5]]", in: json) == [#""a""#, #""\u0061""#])
  }

  @Test(
    "arrays and objects are equal through and through",
    arguments: [
      ("[]", "[]", true), ("[]", "{}", false), ("[1,[2]]", "[1.0, [2e0]]", true), ("[1,2]", "[2,1]", false),
      ("[1]", "[1,1]", false), ("[null]", "[false]", false), (#"["a"]"#, #"["\u0061"]"#, true),
      (#"{"a":1,"b":{"c":[]}}"#, #"{"b":{"c":[ ]},"a":1}"#, true), (#"{"a":1}"#, #"{"a":1,"b":2}"#, false),
      (#"{"a":1}"#, #"{"b":1}"#, false), (#"{"a":[1]}"#, #"{"a":[2]}"#, false), (#"{"a":1,"a":2}"#, #"{"a":2}"#, true),
      (#"{"é":1}"#, #"{"e\u0301":1}"#, false), (#"{"é":1}"#, #"{"\u00e9":1}"#, true), ("[{}]", "[[]]", false),
    ])
  func containers(left: String, right: String, expected: Bool) throws {
    #expect(try selection("$[?@[0]==@[1]]", in: "[[\(left),\(right)]]").isEmpty == !expected)
    #expect(try selection("$[?@[1]!=@[0]]", in: "[[\(left),\(right)]]").isEmpty == expected)
  }

  @Test(
    "conditions are combined: first !, then &&, then ||",
    arguments: [
      ("@.a", [0, 2, 3]), ("!@.a", [1, 4]), ("@.a&&@.b", [2, 3]), ("@.a||@.b", [0, 1, 2, 3]),
      ("!(@.a&&@.b)", [0, 1, 4]),
      ("@.a&&!@.b||!@.a&&@.b", [0, 1]), ("@.b||@.a&&@.c", [1, 2, 3]), ("(@.b||@.a)&&@.c", [3]), ("!@.a&&!@.b", [4]),
      ("!(!@.a)", [0, 2, 3]), ("@.a==1&&@.b!=2", [0, 3]), ("@.c==null", [3]), ("@.a==@.b", [3, 4]),
    ])
  func combinations(condition: String, expected: [Int]) throws {
    let json = #"[{"a":1},{"b":2},{"a":1,"b":2},{"a":1,"b":1,"c":null},{}]"#
    #expect(try paths("$[?\(condition)]", in: json) == expected.map { "$[\($0)]" })
  }

  @Test(
    "existence does not depend on the value, and filters look at members as well as elements",
    arguments: [
      ("$.l[?@]", ["$.l[0]", "$.l[1]", "$.l[2]"]), ("$.o[?@.v]", ["$.o.n", "$.o.f"]), ("$.o[?@.v==false]", ["$.o.f"]),
      ("$.o[?@.*]", ["$.o.n", "$.o.f"]), ("$.s[?@]", []), ("$[?@.v]", []), ("$[?@..v]", ["$.o"]),
      ("$..[?@.v]", ["$.o.n", "$.o.f"]), ("$[?@[?@.v==null]]", ["$.o"]),
      ("$.l[?$.o.n]", ["$.l[0]", "$.l[1]", "$.l[2]"]),
      ("$.l[?$.o.y]", []), ("$.l[?@==1,?@==0]", ["$.l[2]", "$.l[1]"]), ("$.l[?@<1,0]", ["$.l[1]", "$.l[0]"]),
    ])
  func existence(query: String, expected: [String]) throws {
    #expect(try paths(query, in: #"{"l":[null,0,1],"o":{"n":{"v":null},"f":{"v":false},"x":{}},"s":"v"}"#) == expected)
  }

  @Test("a filter's query can look at the whole document") func absolute() throws {
    let json = #"{"wanted":"SE","max":[1,5],"items":[{"c":"SE","n":6},{"c":"NO","n":2},{"c":"SE","n":3}]}"#
    #expect(try paths("$.items[?@.c==$.wanted]", in: json) == ["$.items[0]", "$.items[2]"])
    #expect(try paths("$.items[?@.c==$.wanted&&@.n<$.max[-1]].n", in: json) == ["$.items[2].n"])
  }
}
