import FoundationEssentials
import HTTPTypes
import JSONText
import OpenPayments
import Testing

@testable import ViewModels

struct ExchangeDifferenceTests {
  private func difference(_ left: Exchange, _ right: Exchange) throws -> ExchangeDifference {
    try ExchangeDifference(ComparedPair(left: Inspection(left), right: Inspection(right)))
  }

  private func rows(_ difference: ExchangeDifference) -> [String] {
    (0..<difference.count).map { position in
      let row = difference[position]
      func text(_ line: Line?) -> String { line.map { $0.pieces.map(\.text).joined() } ?? "" }
      return "\(row.change.sign) \(text(row.left)) | \(text(row.right))"
    }
  }

  @Test("Status and header fields are compared, but for those that are different on every answer")
  func heads() throws {
    let name = try #require(HTTPField.Name("X-Request-ID"))
    let left = World.exchange(
      body: [], fields: [.contentType: "application/json", .date: "now", name: "1", .server: "a", .vary: "x"])
    let right = World.exchange(
      body: [], status: 404,
      fields: [.date: "then", name: "2", .contentType: "application/json", .server: "b", .eTag: "e"])
    let difference = try difference(left, right)
    #expect(
      rows(difference).prefix(6) == [
        "  Answer   | ", "~ 200 OK | 404",
        "  Content-Type: application/json | Content-Type: application/json", "~ Server: a | Server: b",
        "- Vary: x | ", "+  | ETag: e",
      ])
    #expect(difference.differenceCount == 4)
  }

  @Test("A status is the same in other words, which are shown")
  func phrases() throws {
    let left = World.exchange(body: [])
    let right = Exchange(
      id: UUID(), operation: left.operation, startedAt: left.startedAt, request: left.request, requestBody: [],
      response: HTTPResponse(
        status: .init(code: 200, reasonPhrase: "Alright"), headerFields: left.response?.headerFields ?? [:]), body: [],
      failure: nil, timings: left.timings, tokenExchange: nil)
    let difference = try difference(left, right)
    #expect(difference.differenceCount == 0)
    #expect(rows(difference)[1] == "  200 OK | 200 Alright")
  }

  @Test(
    "In how far bodies are the same is told in words",
    arguments: [
      ("[1]", "[1]", "the same, byte for byte"), ("[1]", "[ 1.0 ]", "the same, written differently"),
      ("", "", "the same, byte for byte"), ("[1]", "[2]", "1 difference"), ("[1,2]", "[]", "2 differences"),
      (#"[{"id":1},{"id":2}]"#, #"[{"id":2},{"id":1}]"#, "the same, 1 item moved"),
      (#"[{"id":1},{"id":2}]"#, #"[{"id":2},{"id":1,"a":1}]"#, "1 difference, 1 item moved"),
      ("a\nb\n", "a\r\nb\r\n", "the same lines"),
    ])
  func words(left: String, right: String, words: String) throws {
    let difference = try difference(
      World.exchange(body: Array(left.utf8)), World.exchange(body: Array(right.utf8)))
    #expect(difference.body.words == words)
  }

  @Test("Bodies that are no JSON are compared line by line")
  func text() throws {
    let left = World.exchange(body: Array("one\ntwo\nthree\nfour".utf8))
    let right = World.exchange(body: Array("zero\none\n2\nthree\nfour\n".utf8))
    let difference = try difference(left, right)
    #expect(
      rows(difference).suffix(5) == [
        "+  | zero", "  one | one", "~ two | 2", "  three | three", "  four | four",
      ])
    #expect(difference.body.patch == nil)
  }

  @Test("A body that is JSON only up to somewhere says so, and has no patch")
  func broken() throws {
    let difference = try difference(
      World.exchange(body: Array(#"{"a":1,"b":"#.utf8)), World.exchange(body: Array(#"{"a":1}"#.utf8)))
    #expect(rows(difference).contains { $0.contains("⚠ not JSON to its end") })
    #expect(difference.body.patch == nil && difference.body.json != nil)
  }

  @Test("A hundred thousand levels, and a hundred thousand lines, are compared")
  func extremes() throws {
    let deep = { (value: String) in
      Array((String(repeating: "[", count: 100_000) + value + String(repeating: "]", count: 100_000)).utf8)
    }
    #expect(try difference(World.exchange(body: deep("1")), World.exchange(body: deep("2"))).differenceCount == 1)
    let lines = { (word: String) in Array((0..<100_000).map { "\($0 % 5) \($0 % 3 == 0 ? word : "")\n" }.joined().utf8)
    }
    let difference = try difference(World.exchange(body: lines("a")), World.exchange(body: lines("b")))
    #expect(difference.differenceCount > 0)
    #expect(difference.folded.narrow.count < 400_000)
  }

  @Test("Of values and lines longer than could be shown, the part is where they differ")
  func longValues() throws {
    let common = String(repeating: "å", count: 20_000)
    for (left, right) in [(#"{"a":"\#(common)1"}"#, #"{"a":"\#(common)2"}"#), ("x\n\(common)1", "x\n\(common)2")] {
      let difference = try difference(
        World.exchange(body: Array(left.utf8)), World.exchange(body: Array(right.utf8)))
      let row = try #require((0..<difference.count).map { difference[$0] }.first { $0.change == .changed })
      let (one, other) = (try #require(row.left?.pieces.last?.text), try #require(row.right?.pieces.last?.text))
      #expect(one.hasPrefix("…åå") && one.contains("å1") && other.contains("å2"))
      #expect(!one.contains("\u{FFFD}") && one.count < 200)
      #expect(row.sharedCount == one.prefix { $0 != "1" }.count)
    }
  }

  @Test("However deep two bodies are, no line of their difference is longer for it")
  func deepLines() throws {
    let levels = 20_000
    let lists = Array((String(repeating: "[", count: levels) + String(repeating: "]", count: levels)).utf8)
    let objects = Array(
      (String(repeating: #"{"a":"#, count: levels) + "1" + String(repeating: "}", count: levels)).utf8)
    let difference = try BodyDifference(JSONDocument(lists), JSONDocument(objects))
    var (count, longest) = (0, 0)
    for line in difference.unifiedLines { (count, longest) = (count + 1, max(longest, line.utf8.count)) }
    #expect(count == 4 * levels)
    #expect(longest < 64)
  }
}
