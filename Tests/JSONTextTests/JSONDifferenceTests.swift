import JSONText
import Testing

@Suite struct JSONDifferenceTests {
  private func difference(_ left: String, _ right: String) throws -> JSONDifference {
    try JSONDifference(JSONDocument(Array(left.utf8)), JSONDocument(Array(right.utf8)))
  }

  /// Rows as a unified listing: a sign, the number of the difference, the text.
  private func rows(_ left: String, _ right: String) throws -> [String] {
    try difference(left, right).map { row in
      let sign =
        switch row.change {
        case .same: row.isMoved ? ">" : " "
        case .added: "+"
        case .removed: "-"
        case .changed: "~"
        }
      let text: String? =
        switch row.part {
        case .opening: row.left?.kind ?? row.right?.kind == .object ? "{" : "["
        case .closing: row.left?.kind ?? row.right?.kind == .object ? "}" : "]"
        case .whole:
          row.change == .changed ? "\(row.left?.text ?? "") → \(row.right?.text ?? "")" : (row.left ?? row.right)?.text
        }
      let key = row.key.map { $0.text + ": " } ?? ""
      return "\(sign)\(row.number) " + String(repeating: "  ", count: row.depth) + key + (text ?? "")
    }
  }

  @Test("every kind of row is there, in the order of the documents")
  func everyRow() throws {
    #expect(
      try rows(
        #"{"same":[1,{"x":null}],"gone":{"a":[true]},"number":1,"kind":[1],"inside":{"deep":[1,2]}}"#,
        #"{"new":"n","number":2,"same":[1,{"x":null}],"inside":{"deep":[1,3,2]},"kind":{"1":1}}"#) == [
          " 0 {",
          #"+1   "new": "n""#,
          #" 0   "same": [1,{"x":null}]"#,
          #"-2   "gone": {"#, #"-2     "a": ["#, "-2       true", "-2     ]", "-2   }",
          #"~3   "number": 1 → 2"#,
          #"-4   "kind": ["#, "-4     1", "-4   ]", #"+4   "kind": {"#, #"+4     "1": 1"#, "+4   }",
          #" 0   "inside": {"#, #" 0     "deep": ["#, " 0       1", "+5       3", " 0       2", " 0     ]", " 0   }",
          " 0 }",
        ])
  }

  @Test(
    "what means the same is equal, however it is written",
    arguments: [
      ("1", "1.0"), ("100", "1e2"), ("0.001", "1E-3"), ("-0", "0.0e5"), ("12.50", "1250e-2"), ("1E+2", "0.1e3"),
      ("123456789012345678901234567890", "123456789012345678901234567890.0"), (#""\u0041\/\n""#, #""A/\u000a""#),
      (#""\ud83d\ude00""#, "\"\u{1F600}\""), (#"{"a":1,"b":2}"#, #"{ "b" : 2, "a" : 1 }"#),
      (#"{"\u0061":1}"#, #"{"a":1}"#), ("[1, 2]", "[1,2]"), (#"{"a":1,"a":2}"#, #"{"a":2}"#),
      ("1e999999999999999999999", "1e999999999999999999999"), ("", ""), (#""\ud800x""#, #""\uD800\u0078""#),
      (#"{"\udfff":1,"a":2}"#, #"{"a":2,"\uDFFF":1}"#),
    ])
  func equal(left: String, right: String) throws {
    let difference = try difference(left, right)
    #expect(difference.isEqual)
    #expect(JSONPatch(difference).operations.isEmpty)
  }

  @Test(
    "what means something else is not equal",
    arguments: [
      ("1", "-1"), ("1", "10"), ("0.1", "0.01"), ("1", #""1""#), ("null", "false"), ("true", "false"), ("[]", "{}"),
      ("123456789012345678901234567890", "123456789012345678901234567891"), ("9007199254740993", "9007199254740992"),
      (#""a""#, #""A""#), ("[1,2]", "[2,1]"), (#"{"a":1,"a":2}"#, #"{"a":1}"#), ("", "0"), ("[[]]", "[[[]]]"),
      (#"{"a":{"b":1},"c":{"b":2}}"#, #"{"a":{"b":2},"c":{"b":1}}"#), (#""\ud800""#, #""\ud801""#),
      (#""\ud800""#, #""\udc00""#), (#""\ud800""#, #""\ufffd""#), (#""\ud800""#, "\"\u{FFFD}\""),
      (#""\ud83d\ude00""#, #""\ude00\ud83d""#), (#"{"\ud800":1}"#, #"{"\ud801":1}"#),
    ])
  func different(left: String, right: String) throws {
    #expect(try !difference(left, right).isEqual)
    #expect(try !JSONPatch(difference(left, right)).operations.isEmpty)
  }

  @Test("bytes that are no text are equal to themselves alone, whatever stands beside them")
  func noText() throws {
    func isEqual(_ left: [UInt8], _ right: [UInt8]) throws -> Bool {
      let texts = [left, right].map { Array("\"a".utf8) + $0 + Array("\\n\"".utf8) }
      return try JSONDifference(JSONDocument(texts[0]), JSONDocument(texts[1])).isEqual
    }
    #expect(try isEqual([0xFF], [0xFF]))
    #expect(try !isEqual([0xFF], [0xFE]))
    #expect(try !isEqual([0xFF], Array("\u{FFFD}".utf8)))
  }

  @Test("items are matched by the first member that tells all of them apart; one that moved is no difference")
  func identifiers() throws {
    #expect(
      try rows(
        #"[{"bicFi":"A","id":1},{"bicFi":"B","id":2},{"bicFi":"C","id":3}]"#,
        #"[{"bicFi":"C","id":3},{"bicFi":"A","id":9},{"bicFi":"D","id":2}]"#) == [
          " 0 [", #">0   {"bicFi":"C","id":3}"#, " 0   {", #" 0     "bicFi": "A""#, #"~1     "id": 1 → 9"#, " 0   }",
          "-2   {", #"-2     "bicFi": "B""#, #"-2     "id": 2"#, "-2   }",
          "+3   {", #"+3     "bicFi": "D""#, #"+3     "id": 2"#, "+3   }", " 0 ]",
        ])
    let moved = try difference(#"[{"cityId":"a"},{"cityId":"b"}]"#, #"[{"cityId":"b"},{"cityId":"a"}]"#)
    #expect(moved.isEqual)
    #expect(moved.movedCount == 1)
    // Here bicFi tells nothing apart, so id does.
    #expect(
      try rows(#"[{"bicFi":"A","id":1},{"bicFi":"A","id":2}]"#, #"[{"bicFi":"A","id":2},{"bicFi":"A","id":1}]"#)
        .contains { $0.hasPrefix(">") })
  }

  @Test("other lists are aligned in order; what is in the place of something else is changed")
  func lists() throws {
    #expect(
      try rows("[1,2,3,4,5]", "[0,1,2,9,4,5]") == [
        " 0 [", "+1   0", " 0   1", " 0   2", "~2   3 → 9", " 0   4", " 0   5", " 0 ]",
      ])
    #expect(
      try rows(#"[{"a":1,"b":2}]"#, #"[{"a":1,"b":3}]"#) == [
        " 0 [", " 0   {", #" 0     "a": 1"#, #"~1     "b": 2 → 3"#, " 0   }", " 0 ]",
      ])
  }

  @Test(
    "lists of a hundred thousand items take no time that grows with their square", .timeLimit(.minutes(1)),
    arguments: 0..<5)
  func longLists(kind: Int) throws {
    let numbers: (Int) -> String = { side in
      let items = (0..<100_000).map { position in
        switch kind {
        case 0: "\(position % 7 + side)"
        case 1: "\(side * 1_000_000 + position)"
        case 2: side == 0 ? "true" : position % 2 == 0 ? "true" : "false"
        case 3: #"{"id":\#(side == 0 ? position : 99_999 - position)}"#
        default: position % 10 == side ? "\(side)" : "\(position)"
        }
      }
      return "[\(items.joined(separator: ","))]"
    }
    let difference = try difference(numbers(0), numbers(1))
    _ = JSONPatch(difference)
    #expect(difference.isEqual == (kind == 3))
  }

  @Test("a hundred thousand levels are compared without a stack")
  func deep() throws {
    let levels = 100_000
    func nested(_ value: String) -> String {
      String(repeating: "[", count: levels) + value + String(repeating: "]", count: levels)
    }
    let difference = try difference(nested("1"), nested("2"))
    #expect(difference.differenceCount == 1)
    #expect(difference.count == 2 * levels + 1)
    #expect(JSONPatch(difference).operations.first?.path.utf8.count == 2 * levels)
    #expect(try self.difference(nested("1"), nested("1")).isEqual)
  }

  @Test("a broken text is compared as far as it goes")
  func broken() throws {
    #expect(try rows(#"{"a":1,"b":[1"#, #"{"a":1,"b":[1,2]}"#).contains("+1     2"))
    #expect(try rows("", "[]") == ["+1 []"])
  }

  @Test("it stops when the task is cancelled")
  func cancelled() async {
    let text = Array("[\(Array(repeating: "1", count: 20_000).joined(separator: ","))]".utf8)
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return try JSONDifference(JSONDocument(text), JSONDocument(text + [0x20]))
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}
