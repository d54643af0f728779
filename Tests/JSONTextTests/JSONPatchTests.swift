import JSONText
import TestRandomness
import Testing

@Suite struct JSONPatchTests {
  private func patch(_ left: String, _ right: String) throws -> JSONPatch {
    JSONPatch(try JSONDifference(JSONDocument(Array(left.utf8)), JSONDocument(Array(right.utf8))))
  }

  @Test(
    "each kind of difference is one operation",
    arguments: [
      (#"{"a":1}"#, #"{"a":1.0}"#, "[]"),
      (#"{"a":1}"#, #"{"a":2.50}"#, #"[{"op":"replace","path":"/a","value":2.50}]"#),
      (#"{"a":1}"#, #"{"a":1,"b":[ {} ]}"#, #"[{"op":"add","path":"/b","value":[{}]}]"#),
      (#"{"a":1,"b":2}"#, #"{"b":2}"#, #"[{"op":"remove","path":"/a"}]"#),
      (#"{"a":{"b":1}}"#, #"{"a":[1]}"#, #"[{"op":"replace","path":"/a","value":[1]}]"#),
      (
        #"{"a/b":{"~":1,"":2}}"#, #"{"a/b":{"~":2,"":3}}"#,
        #"[{"op":"replace","path":"/a~1b/~0","value":2},{"op":"replace","path":"/a~1b/","value":3}]"#
      ),
      (
        "[1,2,3,4]", "[1,3,5,4,6]",
        #"[{"op":"remove","path":"/1"},{"op":"add","path":"/2","value":5},{"op":"add","path":"/4","value":6}]"#
      ),
      (#"[{"id":1},{"id":2},{"id":3}]"#, #"[{"id":3},{"id":1},{"id":2}]"#, #"[{"op":"move","from":"/2","path":"/0"}]"#),
      ("1", "[]", #"[{"op":"replace","path":"","value":[]}]"#),
      ("[0]", "1", #"[{"op":"replace","path":"","value":1}]"#),
    ])
  func operations(left: String, right: String, expected: String) throws {
    #expect(try patch(left, right).json.text() == expected)
    #expect(try JSONModel(left).applying(patch(left, right).json) == JSONModel(right) || expected == "[]")
    #expect(try Array(patch(left, right).prettyPieces.joined()) == patch(left, right).json.utf8(pretty: true))
  }

  @Test("a list in another order moves no more than it has to")
  func fewMoves() throws {
    let items = (0..<1000).map { #"{"bicFi":"B\#($0)"}"# }
    let left = "[\(items.joined(separator: ","))]"
    let right = "[\((items[1...] + items[...0]).joined(separator: ","))]"
    #expect(try patch(left, right).operations.map(\.kind) == [.move(from: "/0")])
  }

  @Test(
    "a list of few values that occur often takes no more operations than it took edits",
    arguments: [(5_000, 100, 300, true), (50_000, 4, 800, false), (20_000, 2, 700, false), (3_000, 10, 900, false)])
  func manyEdits(count: Int, kinds: Int, edits: Int, isDeletingOnly: Bool) throws {
    var random = SeededGenerator(seed: UInt64(count))
    let left = (0..<count).map { _ in Int.random(in: 0..<kinds, using: &random) }
    var right = left
    for edit in 0..<edits {
      let place = Int.random(in: right.indices, using: &random)
      if isDeletingOnly || edit % 2 == 0 {
        right.remove(at: place)
      } else {
        right.insert(.random(in: 0..<kinds, using: &random), at: place)
      }
    }
    let texts = [left, right].map { list in "[\(list.map(String.init).joined(separator: ","))]" }
    let patch = try patch(texts[0], texts[1])
    #expect(patch.operations.count <= edits)
    #expect(try JSONModel(texts[0]).applying(patch.json) == JSONModel(texts[1]))
  }

  @Test(
    "a key that no pointer can name is in none: the object around it is replaced",
    arguments: [
      (#"{"\ud800":1,"b":2}"#, #"{"\ud801":1,"b":3}"#, #"[{"op":"replace","path":"","value":{"\ud801":1,"b":3}}]"#),
      (#"{"\ud800":1,"b":2}"#, #"{"\ud800":1,"b":3}"#, #"[{"op":"replace","path":"/b","value":3}]"#),
      (
        #"{"b":1,"a":{"c":[1],"\ud800":{"d":[1,2]}}}"#, #"{"b":2,"a":{"c":[2],"\ud800":{"d":[1,3]}}}"#,
        #"[{"op":"replace","path":"/b","value":2},{"op":"replace","path":"/a","value":{"c":[2],"\ud800":{"d":[1,3]}}}]"#
      ),
      (
        #"{"l":[7,{"x\udfff":1}]}"#, #"{"l":[7,{"x\udfff":2}]}"#,
        #"[{"op":"replace","path":"/l/1","value":{"x\udfff":2}}]"#
      ),
      (
        #"[{"id":1,"\ud800":1},{"id":2}]"#, #"[{"id":2},{"id":1}]"#,
        #"[{"op":"move","from":"/1","path":"/0"},{"op":"replace","path":"/1","value":{"id":1}}]"#
      ),
    ])
  func unnameable(left: String, right: String, expected: String) throws {
    #expect(try patch(left, right).json.text() == expected)
    #expect(try JSONModel(left).applying(patch(left, right).json) == JSONModel(right))
  }

  @Test("a key that is no text is in no pointer either")
  func noText() throws {
    let key = Array("{\"a".utf8) + [0xFF] + Array("\":".utf8)
    let sides = ["1", "2"].map { JSONDocument(key + Array("\($0)}".utf8)) }
    #expect(try JSONPatch(JSONDifference(sides[0], sides[1])).operations.map(\.path) == [""])
  }

  @Test("applied to the left it gives the right: random documents", arguments: 0..<400)
  func roundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let left = JSONModel.random(&random, depth: 4)
    let right = seed.isMultiple(of: 7) ? JSONModel.random(&random, depth: 4) : left.mutated(&random)
    let (leftText, rightText) = (left.text(&random), right.text(&random))
    let patch = try patch(leftText, rightText).json
    let result = try left.applying(patch)
    #expect(result == right, "\(leftText)\n\(rightText)\n\(patch.text())")
    if left == right { #expect(patch == .array([])) }
  }

  @Test("where its paths would be longer than everything else, it replaces the whole")
  func deepChanges() throws {
    func nested(_ value: Int) -> String {
      String(repeating: #"{"a":\#(value),"b":"#, count: 20_000) + "0" + String(repeating: "}", count: 20_000)
    }
    let operations = try patch(nested(1), nested(2)).operations
    #expect(operations.map(\.path) == [""])
  }
}

extension JSONModel {
  private static let keys = ["a", "b/c", "~d", "~1", "é", "", "id", "name"]

  static func random(_ random: inout SeededGenerator, depth: Int) -> JSONModel {
    switch Int.random(in: 0..<(depth > 0 ? 12 : 5), using: &random) {
    case 0: return .null
    case 1: return .bool(.random(using: &random))
    case 2, 3: return .number("\(Int.random(in: 0..<4, using: &random))")
    case 4: return .string(["", "x", "a/b~", "\u{1F600}"].randomElement(using: &random) ?? "")
    case 5, 6:
      return .array((0..<Int.random(in: 0..<7, using: &random)).map { _ in .random(&random, depth: depth - 1) })
    case 7, 8:
      let ids = (0..<8).shuffled(using: &random).prefix(.random(in: 0..<8, using: &random))
      return .array(
        ids.map { .object(["id": .number("\($0)"), "x": .random(&random, depth: depth - 2)]) })
    default:
      return .object(
        Dictionary(
          (0..<Int.random(in: 0..<5, using: &random)).map { _ in
            (keys.randomElement(using: &random) ?? "", .random(&random, depth: depth - 1))
          }, uniquingKeysWith: { $1 }))
    }
  }

  /// The same with a few things added, removed, changed and moved.
  func mutated(_ random: inout SeededGenerator) -> JSONModel {
    switch Int.random(in: 0..<12, using: &random) {
    case 0: return .random(&random, depth: 2)
    case 1...4: return self
    default: break
    }
    switch self {
    case .array(var items):
      items = items.map { $0.mutated(&random) }
      if Bool.random(using: &random), !items.isEmpty { items.remove(at: .random(in: items.indices, using: &random)) }
      if Bool.random(using: &random) {
        let new = JSONModel.object(["id": .number("9"), "x": .null])
        if !items.contains(new) { items.insert(new, at: .random(in: 0...items.count, using: &random)) }
      }
      if Bool.random(using: &random) { items.shuffle(using: &random) }
      return .array(items)
    case .object(var members):
      for key in members.keys.sorted() where Int.random(in: 0..<4, using: &random) == 0 {
        members[key] = Bool.random(using: &random) ? members[key]?.mutated(&random) : nil
      }
      return .object(members)
    default: return self
    }
  }
}
