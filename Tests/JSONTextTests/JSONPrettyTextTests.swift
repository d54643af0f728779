import JSONText
import Testing

struct JSONPrettyTextTests {
  private func pretty(_ text: String) -> String {
    String(decoding: JSONPrettyText.utf8(Array(text.utf8)), as: UTF8.self)
  }

  @Test("Every value has a line, indented by its depth; empty ones stay on theirs")
  func lines() {
    #expect(
      pretty("\u{FEFF} {\"a\" : [1.50e1,\ttrue , null],\"b\":{ },\r\n\"c\":[ ]} ") == """
        {
          "a": [
            1.50e1,
            true,
            null
          ],
          "b": {},
          "c": []
        }
        """)
    #expect(pretty("\"only\"") == "\"only\"")
  }

  @Test("Strings stay as they are sent, brackets and escapes in them; control characters become escapes")
  func strings() {
    #expect(pretty(#"["[{,:}]\"\\"]"#) == "[\n  \"[{,:}]\\\"\\\\\"\n]")
    #expect(pretty("[\"å\u{7F}\u{9B}31m\"]") == "[\n  \"å\\u007f\\u009b31m\"\n]")
  }

  @Test("What was valid is valid still, and its values the same")
  func valid() throws {
    let text = #"{"a":[{"b":"\u00e5é😀"},[],-0.0],"z":2}"#
    let document = JSONDocument(JSONPrettyText.utf8(Array(text.utf8)))
    #expect(document.error == nil)
    #expect(document.root?["a"]?.elements.map(\.kind) == [.object, .array, .number])
  }

  @Test("A hundred thousand levels don't outgrow the memory")
  func deep() {
    let text = Array(String(repeating: "[", count: 100_000).utf8) + Array(String(repeating: "]", count: 100_000).utf8)
    let result = JSONPrettyText.utf8(text)
    #expect(result.count < 12_000_000)
    #expect(JSONDocument(result).error == nil)
  }
}
