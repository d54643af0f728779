import JSONText
import Testing

@Suite struct PathMatchesTests {
  private static let json = #"{"a":[1,2,{"a":[3]}],"b":{"a":4}}"#

  @Test("nodes come in the order of the standard, and once each in document order") func orders() throws {
    let matches = try matches("$..['b','a']", in: Self.json)
    #expect(matches.map(\.path) == ["$.b", "$.a", "$.a[2].a", "$.b.a"])
    #expect(matches.distinct.map(\.path) == ["$.a", "$.a[2].a", "$.b", "$.b.a"])
  }

  @Test("a node that is selected twice is there twice, but not among the distinct") func duplicates() throws {
    let matches = try matches("$.a[1,0,1,0,-1]", in: Self.json)
    #expect(matches.map(\.text) == ["2", "1", "2", "1", #"{"a":[3]}"#])
    #expect(matches.distinct.map(\.text) == ["1", "2", #"{"a":[3]}"#])
    #expect(matches.distinct.distinct == matches.distinct)
  }

  @Test("no nodes are no distinct nodes") func none() throws {
    #expect(try matches("$.c", in: Self.json).distinct.isEmpty)
  }

  @Test(
    "a limit cuts, and only if there is more",
    arguments: [
      (-1, 0, .limit), (0, 0, .limit), (1, 1, .limit), (7, 7, .limit), (8, 8, .complete), (9, 8, .complete),
    ] as [(Int, Int, JSONPathMatches.Ending)])
  func limit(limit: Int, count: Int, ending: JSONPathMatches.Ending) throws {
    let root = try #require(JSONDocument(Array(Self.json.utf8)).root)
    let all = try JSONPath("$..*").matches(in: root)
    let some = try JSONPath("$..*").matches(in: root, limit: limit)
    #expect(all.count == 8)
    #expect(some.count == count)
    #expect(some.ending == ending)
    #expect(Array(some) == Array(all.prefix(some.count)))
  }

  @Test("nothing is found once it is cancelled, also where a condition is negated") func cancelled() throws {
    let root = try #require(JSONDocument(Array(Self.json.utf8)).root)
    for query in ["$..*", "$[?!@.c]", "$[?@.c!=1]", "$.a"] {
      let matches = try JSONPath(query).matches(in: root) { true }
      #expect(matches.ending == .cancelled)
      #expect(matches.isEmpty)
    }
  }

  @Test("a cancelled task ends its evaluation") func cancelledTask() async throws {
    let root = try #require(JSONDocument(Array(Self.json.utf8)).root)
    let path = try JSONPath("$..*")
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return path.matches(in: root).ending
    }
    #expect(await task.value == .cancelled)
  }

  @Test("a query can begin at any value") func inner() throws {
    let root = try #require(JSONDocument(Array(Self.json.utf8)).root)
    let inner = try #require(root["a"])
    #expect(try JSONPath("$[?@>$[0]]").matches(in: inner).map(\.path) == ["$.a[1]"])
  }
}
