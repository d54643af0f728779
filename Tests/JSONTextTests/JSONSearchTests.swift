import JSONText
import Testing

@Suite struct JSONSearchTests {
  private func hits(_ text: String, _ wanted: String) throws -> [String] {
    let tree = JSONTree(JSONDocument(Array(text.utf8)))
    let hits = try #require(search(wanted).hits(in: tree))
    return tree.lines.filter { $0.part != .closing && hits.contains($0.value) }.map(\.value.path)
  }

  private func search(_ text: String) throws -> JSONSearch { try #require(JSONSearch(text)) }

  @Test("keys and values are searched, and each counts once") func keysAndValues() throws {
    let text = #"{"bank":"x","a":["Bank of banks","none",{"name":"riverbank"}],"b":{"bank":{}}}"#
    #expect(try hits(text, "bank") == ["$.bank", "$.a[0]", "$.a[2].name", "$.b.bank"])
    #expect(try hits(text, "none") == ["$.a[1]"])
    #expect(try hits(text, "nothing").isEmpty)
  }

  @Test("case matters only if the text has a capital") func smartCase() throws {
    let text = #"["Göteborg","GÖTEBORG","göteborg","Åland","åland","ÿ","ø"]"#
    #expect(try hits(text, "göte") == ["$[0]", "$[1]", "$[2]"])
    #expect(try hits(text, "Göte") == ["$[0]"])
    #expect(try hits(text, "å") == ["$[3]", "$[4]"])
    #expect(try hits(text, "ÿ") == ["$[5]"])
  }

  @Test("numbers and literals are found, brackets and commas are not, nor what spans two values") func tokens() throws {
    let text = #"{"a":[12,120,true,null],"b":"]"}"#
    #expect(try hits(text, "12") == ["$.a[0]", "$.a[1]"])
    #expect(try hits(text, "tru") == ["$.a[2]"])
    #expect(try hits(text, "]") == ["$.b"])
    #expect(try hits(text, "12,1").isEmpty)
    #expect(try hits(text, "\"a\":").isEmpty)
  }

  @Test("blanks before the first value are no part of it, and where there is no value there is nothing to find")
  func before() throws {
    #expect(try hits("  [1]", " ").isEmpty)
    #expect(try hits("  \"a b\"", " ") == ["$"])
    #expect(try hits("\u{FEFF} nothing", "n").isEmpty)
  }

  @Test("escapes are found as they were sent") func escapes() throws {
    #expect(try hits(#"["https:\/\/a","x\u00e5"]"#, #"\/a"#) == ["$[0]"])
    #expect(try hits(#"["https:\/\/a","x\u00e5"]"#, #"u00e5"#) == ["$[1]"])
  }

  @Test("hits follow each other round and round") func order() throws {
    let document = JSONDocument(Array(#"[1,"a",2,"ba",[3,"a"]]"#.utf8))
    let hits = try #require(search("a").hits(in: JSONTree(document)))
    #expect(hits.count == 3)
    let root = try #require(document.root)
    let first = try #require(hits.next(after: root))
    #expect(first.path == "$[1]")
    #expect(hits.next(after: first, inclusive: true) == first)
    #expect(hits.next(after: first)?.path == "$[3]")
    #expect(hits.previous(before: first)?.path == "$[4][1]")
    let last = try #require(hits.previous(before: first))
    #expect(hits.next(after: last) == first)
    #expect(hits.rank(of: last) == 2)
  }

  @Test("among values shown alone only they are searched") func filtered() throws {
    let document = JSONDocument(Array(#"{"a":["x"],"b":["x","y"]}"#.utf8))
    let root = try #require(document.root)
    let tree = JSONTree(document, only: [try #require(root["b"])])
    let hits = try #require(search("x").hits(in: tree))
    #expect(hits.count == 1)
    #expect(hits.next(after: root)?.path == "$.b[0]")
  }

  @Test("in plain bytes every place is told, up to a limit") func offsets() throws {
    let search = try search("ab")
    #expect(search.offsets(in: Array("abxABab".utf8), limit: 10) == [0, 3, 5])
    #expect(search.offsets(in: Array("ababab".utf8), limit: 2) == [0, 2])
    #expect(search.offsets(in: [], limit: 2) == [])
  }

  @Test("what is shown tells where the text stands in it, in characters") func ranges() throws {
    #expect(try search("ö").ranges(in: "GÖteborg på öar") == [1..<2, 12..<13])
    #expect(try search("aa").ranges(in: "aaaaa") == [0..<2, 2..<4])
    #expect(JSONSearch("") == nil)
  }

  @Test("a cancelled search brings nothing") func cancelled() throws {
    let text = "[" + Array(repeating: "1", count: 10_000).joined(separator: ",") + "]"
    let tree = JSONTree(JSONDocument(Array(text.utf8)))
    #expect(try search("1").hits(in: tree, isCancelled: { true }) == nil)
  }
}
