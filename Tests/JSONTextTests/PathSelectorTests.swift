import JSONText
import Testing

@Suite struct PathSelectorTests {
  @Test(
    "names select the member that has them",
    arguments: [
      ("$.o['j j']", [#"{"k.k":3}"#]), ("$.o['j j']['k.k']", ["3"]), (#"$.o["j j"]["k.k"]"#, ["3"]),
      (#"$["'"]["@"]"#, ["2"]), (#"$['\'']['@']"#, ["2"]), ("$.nothing", []), ("$.o.nothing.more", []),
      ("$.list.a", []),
      ("$.list['0']", []), ("$.o.text.length", []), ("$['']", ["0"]), ("$.null", ["null"]), ("$.null.a", []),
    ])
  func names(query: String, expected: [String]) throws {
    let json = #"{"o":{"j j":{"k.k":3},"text":"abc"},"'":{"@":2},"list":[1],"":0,"null":null}"#
    #expect(try selection(query, in: json) == expected)
  }

  @Test(
    "escapes in names mean what they do in JSON",
    arguments: [
      (#"['\b\f\n\r\t\/\\']"#, "1"), (#"['\u0008\u000c\u000A\u000d\u0009\u002f\u005C']"#, "1"), (#"['\'"']"#, "2"),
      (#"["'\""]"#, "2"), (#"['\u263a']"#, "4"), ("['☺']", "4"), (".☺", "4"), (#"['\uD83D\uDE00']"#, "5"),
      ("['\u{1F600}']", "5"), (#"['e\u0301']"#, "6"), (#"['\u00e9']"#, "7"), (#"['\u0000']"#, "8"),
      ("['\u{7F}']", "9"),
    ])
  func escapes(segment: String, expected: String) throws {
    let json = #"""
      {"\b\f\n\r\t\/\\":1,"'\"":2,"\u263A":4,"\ud83d\ude00":5,"e\u0301":6,"\u00E9":7,"\u0000":8,"\u007f":9}
      """#
    #expect(try selection("$" + segment, in: json) == [expected])
  }

  @Test("of several members with one name the last is selected, while * selects all") func duplicates() throws {
    let json = #"{"a":1,"b":{"a":2,"a":3},"a":4}"#
    #expect(try selection("$.a", in: json) == ["4"])
    #expect(try selection("$..a", in: json) == ["4", "3"])
    #expect(try selection("$.*", in: json) == ["1", #"{"a":2,"a":3}"#, "4"])
    #expect(try selection("$[?@.a==3].a", in: json) == ["3"])
    #expect(try selection("$[?@.a==2]", in: json) == [])
  }

  @Test(
    "wildcards select all children",
    arguments: [
      ("$[*]", [#"{"j":1,"k":2}"#, "[5,3]", "7"]), ("$.*", [#"{"j":1,"k":2}"#, "[5,3]", "7"]), ("$.o[*]", ["1", "2"]),
      ("$.o[*,*]", ["1", "2", "1", "2"]), ("$.a[*]", ["5", "3"]), ("$.n[*]", []), ("$.*.*", ["1", "2", "5", "3"]),
    ])
  func wildcards(query: String, expected: [String]) throws {
    #expect(try selection(query, in: #"{"o":{"j":1,"k":2},"a":[5,3],"n":7}"#) == expected)
  }

  @Test(
    "indices select one element",
    arguments: [
      ("$[0]", ["a"]), ("$[1]", ["b"]), ("$[-1]", ["d"]), ("$[-4]", ["a"]), ("$[4]", []), ("$[-5]", []),
      ("$[9007199254740991]", []), ("$[-9007199254740991]", []), ("$[1,0,-1,1]", ["b", "a", "d", "b"]), ("$[0][0]", []),
    ])
  func indices(query: String, expected: [String]) throws {
    #expect(try selection(query, in: #"["a","b","c","d"]"#) == expected.map { "\"\($0)\"" })
    #expect(try selection(query, in: #"{"0":1,"1":2,"-1":3}"#) == [])
  }

  @Test(
    "slices select elements by the rules of the standard",
    arguments: [
      ("1:3", "bc"), ("5:", "fg"), ("1:5:2", "bd"), ("5:1:-2", "fd"), ("::-1", "gfedcba"), (":", "abcdefg"),
      ("::", "abcdefg"), (":2", "ab"), ("-2:", "fg"), (":-5", "ab"), ("-3:-1", "ef"), ("::2", "aceg"), ("1::3", "be"),
      ("::0", ""), ("1:1", ""), ("3:1", ""), ("1:3:-1", ""), ("-100:2", "ab"), ("5:100", "fg"), ("100:", ""),
      ("100::-1", "gfedcba"), ("100:4:-1", "gf"), (":-100:-1", "gfedcba"), ("3::-1", "dcba"), (":3:-1", "gfe"),
      ("-2::-2", "fdb"), ("::9007199254740991", "a"), ("::-9007199254740991", "g"), ("-1:0:-3", "gd"), ("0:-7:-1", ""),
      ("-9007199254740991:9007199254740991:9007199254740991", "a"),
    ])
  func slices(slice: String, expected: String) throws {
    let json = #"["a","b","c","d","e","f","g"]"#
    #expect(try selection("$[\(slice)]", in: json) == expected.map { "\"\($0)\"" })
    #expect(try selection("$[\(slice)]", in: "[]") == [])
    #expect(try selection("$[\(slice)]", in: #"{"a":1}"#) == [])
  }

  @Test("every slice of short arrays is what stepping through it gives") func allSlices() throws {
    let bounds: [Int?] = [nil] + Array(-5...5)
    for length in 0...4 {
      let json = "[\((0..<length).map(String.init).joined(separator: ","))]"
      for start in bounds {
        for end in bounds {
          for step in [-3, -2, -1, 1, 2, 3] {
            let text = "\(start.map(String.init) ?? ""):\(end.map(String.init) ?? ""):\(step)"
            let expected = slowSlice(length: length, start: start, end: end, step: step).map(String.init)
            #expect(try selection("$[\(text)]", in: json) == expected, "\(text) of \(json)")
          }
        }
      }
    }
  }

  /// The pseudocode of RFC 9535, section 2.3.4.2.2.
  private func slowSlice(length: Int, start: Int?, end: Int?, step: Int) -> [Int] {
    func normalized(_ index: Int) -> Int { index >= 0 ? index : length + index }
    let first = normalized(start ?? (step >= 0 ? 0 : length - 1))
    let last = end.map(normalized) ?? (step >= 0 ? length : -1)
    if step > 0 {
      return Array(stride(from: min(max(first, 0), length), to: min(max(last, 0), length), by: step))
    }
    return Array(stride(from: min(max(first, -1), length - 1), to: min(max(last, -1), length - 1), by: step))
  }

  @Test(
    "two dots look at a node, then at what is below it",
    arguments: [
      ("$..j", ["$.o.j", "$.a[2][0].j"]), ("$..[0]", ["$.a[0]", "$.a[2][0]"]),
      (
        "$..[*]",
        [
          "$.o", "$.a", "$.o.j", "$.o.k", "$.a[0]", "$.a[1]", "$.a[2]", "$.a[2][0]", "$.a[2][1]", "$.a[2][0].j",
          "$.a[2][1].k",
        ]
      ),
      ("$..o", ["$.o"]), ("$.o..[*,*]", ["$.o.j", "$.o.k", "$.o.j", "$.o.k"]),
      ("$.a..[0,1]", ["$.a[0]", "$.a[1]", "$.a[2][0]", "$.a[2][1]"]), ("$..nothing", []), ("$.o.j..*", []),
      ("$.a..['k','j']", ["$.a[2][0].j", "$.a[2][1].k"]), ("$..[-1]", ["$.a[2]", "$.a[2][1]"]),
      ("$..*..k", ["$.o.k", "$.a[2][1].k", "$.a[2][1].k", "$.a[2][1].k"]),
    ])
  func descendants(query: String, expected: [String]) throws {
    #expect(try paths(query, in: #"{"o":{"j":1,"k":2},"a":[5,3,[{"j":4},{"k":6}]]}"#) == expected)
  }

  @Test("a segment's selectors come one after the other for each node") func order() throws {
    let json = #"[{"a":1,"b":2},{"a":3,"b":4}]"#
    #expect(try selection("$[*]['b','a']", in: json) == ["2", "1", "4", "3"])
    #expect(try selection("$[1,0].a", in: json) == ["3", "1"])
    #expect(try selection("$[::-1].a", in: json) == ["3", "1"])
  }

  @Test("the root is selected by $ alone, whatever it is", arguments: ["1", "\"a\"", "null", "[]", "{}", "[1]"])
  func root(json: String) throws {
    #expect(try selection("$", in: json) == [json])
    #expect(try selection("$.a[0]", in: json) == [])
  }

  @Test("the example of the standard's introduction is answered as its table says") func bookstore() throws {
    let json = """
      {"store":{"book":[
        {"category":"reference","author":"Nigel Rees","title":"Sayings of the Century","price":8.95},
        {"category":"fiction","author":"Evelyn Waugh","title":"Sword of Honour","price":12.99},
        {"category":"fiction","author":"Herman Melville","title":"Moby Dick","isbn":"0-553-21311-3","price":8.99},
        {"category":"fiction","author":"J. R. R. Tolkien","title":"The Lord of the Rings","isbn":"0-395-19395-8",
        "price":22.99}],"bicycle":{"color":"red","price":399}}}
      """
    let books = (0...3).map { "$.store.book[\($0)]" }
    let expected = [
      "$.store.book[*].author": books.map { $0 + ".author" }, "$..author": books.map { $0 + ".author" },
      "$.store.*": ["$.store.book", "$.store.bicycle"],
      "$.store..price": ["$.store.bicycle.price"] + books.map { $0 + ".price" }, "$..book[2]": [books[2]],
      "$..book[2].author": [books[2] + ".author"], "$..book[2].publisher": [], "$..book[-1]": [books[3]],
      "$..book[0,1]": [books[0], books[1]], "$..book[:2]": [books[0], books[1]],
      "$..book[?@.isbn]": [books[2], books[3]], "$..book[?@.price<10]": [books[0], books[2]],
    ]
    for (query, expected) in expected {
      #expect(Set(try paths(query, in: json)) == Set(expected), "\(query)")
    }
    #expect(try matches("$..*", in: json).count == 27)
  }
}
