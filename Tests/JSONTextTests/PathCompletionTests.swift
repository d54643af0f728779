import JSONText
import Testing

@Suite struct PathCompletionTests {
  private static let json = #"""
    {"aspsps":[{"bicFi":"A","country":"SE","name":{"se":1}},{"bicFi":"B","country":"NO"},{"bicFi":"C","it's":1}],
    "Assets":1,"a b":{"bic":2},"total":3,"":4}
    """#

  private func completion(_ text: String, _ json: String = json) throws -> JSONPathCompletion? {
    JSONPathCompletion(of: text, in: try #require(JSONDocument(Array(json.utf8)).root))
  }

  @Test(
    "names are completed wherever one may stand",
    arguments: [
      ("$", 1, [".aspsps", ".Assets", "['a b']", ".total", "['']"]),
      ("$.", 1, [".aspsps", ".Assets", "['a b']", ".total", "['']"]),
      ("$.as", 1, [".aspsps", ".Assets"]), ("$.A", 1, [".Assets", ".aspsps", "['a b']"]), ("$.aspsps", 1, [".aspsps"]),
      ("$.nothing", 1, []), ("$.aspsps.", 8, []), ("$.aspsps[0].", 11, [".bicFi", ".country", ".name"]),
      ("$.aspsps[0]", 11, [".bicFi", ".country", ".name"]), ("$.aspsps[-1].", 12, [".bicFi", "['it\\'s']"]),
      ("$.aspsps[*].", 11, [".bicFi", ".country", ".name", "['it\\'s']"]), ("$.aspsps[*].c", 11, [".country"]),
      ("$..b", 3, ["bicFi", "bic"]), ("$..n", 3, ["name"]), ("$..a", 3, ["aspsps", "['a b']", "Assets"]),
      (
        "$..[", 4,
        [
          "'bicFi']", "'country']", "'aspsps']", "'Assets']", "'a b']", "'total']", "'']", "'name']", "'se']",
          "'it\\'s']", "'bic']",
        ]
      ),
      ("$[", 2, ["'aspsps']", "'Assets']", "'a b']", "'total']", "'']"]),
      ("$[ ", 3, ["'aspsps']", "'Assets']", "'a b']", "'total']", "'']"]),
      ("$['a", 2, ["'aspsps']", "'a b']", "'Assets']"]), (#"$["a "#, 2, ["'a b']"]),
      ("$['total','as", 10, ["'aspsps']", "'Assets']"]),
      ("$.aspsps[?@.co", 11, [".country"]), ("$.aspsps[?@", 11, [".bicFi", ".country", ".name", "['it\\'s']"]),
      ("$.aspsps[?@['co", 12, ["'country']"]), ("$.aspsps[?@.country=='SE'].n", 26, [".name"]),
      ("$.aspsps[?@.country=='SE' && @.n", 30, [".name"]), ("$.aspsps[?(!@.n", 13, [".name"]),
      ("$.aspsps[?@.name.", 16, [".se"]), ("$.aspsps[?@.bicFi==$.to", 20, [".total"]), ("$[?@[?@.c", 7, [".country"]),
      ("$.aspsps[?length(@.na", 18, [".name"]), ("$.aspsps[?match(@.country,$.to", 27, [".total"]),
      ("$..[?@.s", 6, [".se"]), ("$.aspsps[?count(@..s", 19, ["se"]), ("$ .to", 2, [".total"]),
    ])
  func completions(text: String, start: Int, expected: [String]) throws {
    let completion = try #require(try completion(text))
    #expect(completion.range == start..<text.utf8.count)
    #expect(completion.candidates.map(\.text) == expected)
  }

  @Test(
    "nothing is offered where no name can stand",
    arguments: [
      "", "a", "@.", "$.a b", "$.aspsps[0", "$.aspsps[?", "$.aspsps[?@.country=='S", "$.aspsps[?@.country==", "$.1",
      "$['total'", "$.aspsps[?@.country=='SE' ", "$[?@.a=1].b", "$[?coun", "$ ", "$.total ",
    ])
  func noName(text: String) throws {
    #expect(try completion(text) == nil)
  }

  @Test("names are counted, and the most frequent come first") func counts() throws {
    let completion = try #require(try completion("$.*.", #"{"x":{"b":1,"a":1},"y":{"a":1,"c":1},"z":{"c":1,"a":1}}"#))
    #expect(completion.candidates.map(\.key) == ["a", "c", "b"])
    #expect(completion.candidates.map(\.count) == [3, 2, 1])
  }

  @Test("what a candidate makes of the text is a query that leads further") func replacing() throws {
    for text in ["$.as", "$..[", "$['a", "$.aspsps[0].", "$..b", "$"] {
      let completion = try #require(try completion(text))
      for candidate in completion.candidates {
        let whole = String(decoding: text.utf8.prefix(completion.range.lowerBound), as: UTF8.self) + candidate.text
        #expect(try !selection(whole, in: Self.json).isEmpty, "\(whole)")
      }
    }
  }

  @Test("of a large document a part is looked at, and of many names 50 are offered") func bounded() throws {
    let items = (0..<20_000).map { #"{"key\#($0)":{"deep":[\#($0)]}}"# }
    let json = #"{"items":[\#(items.joined(separator: ","))],"last":1}"#
    #expect(try completion("$.items[*].", json)?.candidates.count == 50)
    #expect(try completion("$..k", json)?.candidates.count == 50)
    #expect(try completion("$.l", json)?.candidates.map(\.key) == ["last"])
    #expect(try completion("$.items[19999].", json)?.candidates.map(\.key) == ["key19999"])
    let wide = #"{"a":{\#((0..<50_000).map { #""k\#($0)":0"# }.joined(separator: ","))}}"#
    #expect(try completion("$.a.k4", wide)?.candidates.count == 50)
    #expect(try completion("$.a.k49999", wide)?.candidates.isEmpty == true)
    let long = #"{"\#(String(repeating: "a", count: 1_000_000))":1,"ab":2}"#
    #expect(try completion("$.a", long)?.candidates.map(\.key) == ["ab"])
  }
}
