import JSONText
import Testing

@Suite struct JSONOutputTests {
  private static let sample = JSONOutput.members([
    "name": "Örebro \"city\"", "count": 3, "open": true, "none": .null, "list": [1, [], .members([:])],
  ])

  @Test("a document is written on one line") func compact() {
    #expect(
      Self.sample.text() == #"{"name":"Örebro \"city\"","count":3,"open":true,"none":null,"list":[1,[],{}]}"#)
  }

  @Test("a document is written with two spaces a level") func pretty() {
    #expect(
      Self.sample.text(pretty: true) == """
        {
          "name": "Örebro \\"city\\"",
          "count": 3,
          "open": true,
          "none": null,
          "list": [
            1,
            [],
            {}
          ]
        }
        """)
  }

  @Test("literals make the values they look like") func literals() {
    let output: JSONOutput = ["b": -1, "a": ["x", false], "b": [:]]
    #expect(output.text() == #"{"b":-1,"a":["x",false],"b":{}}"#)
  }

  @Test("no raw control character is ever written") func controls() {
    let controls = String(String.UnicodeScalarView((0..<0xA0).compactMap(Unicode.Scalar.init)))
    let output: JSONOutput = .members([controls: .string(controls)])
    let text = output.text()
    #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) })
    #expect(
      text.contains(#"\u0000\u0001"#) && text.contains(#"\t\n\u000b\u000c\r"#) && text.contains(#"~\u007f\u0080"#))
    let root = JSONDocument(Array(text.utf8)).root
    #expect(root?[controls]?.string == controls)
  }

  @Test("text beyond the controls is written as it is") func unicode() {
    #expect(JSONOutput.string("é\u{1F600}\u{2028}\u{FFFD}\u{A0}/").text() == "\"é\u{1F600}\u{2028}\u{FFFD}\u{A0}/\"")
  }

  @Test(
    "verbatim text keeps its numbers, escapes, order and duplicates",
    arguments: [
      (
        " { \"b\" : 1.50e+3 ,\r\n\t\"a\" : [ -0 , \"x  \\u00e9\\\" \\\\\" ] , \"b\":{} } ",
        #"{"b":1.50e+3,"a":[-0,"x  \u00e9\" \\"],"b":{}}"#
      ),
      ("12345678901234567890", "12345678901234567890"), ("\u{FEFF}[1]", "[1]"),
      ("\"\u{FEFF} \u{7F}\u{9B}\"", "\"\u{FEFF} \\u007f\\u009b\""),
    ])
  func verbatim(json: String, expected: String) {
    #expect(JSONOutput.verbatim(Array(json.utf8)).text() == expected)
    #expect(JSONOutput.array([.verbatim(Array(json.utf8)), 1]).text() == "[\(expected),1]")
  }

  @Test("verbatim text that is not UTF-8 is repaired") func invalidUTF8() {
    #expect(JSONOutput.verbatim([0x22, 0x61, 0xFF, 0x22]).text() == "\"a\u{FFFD}\"")
  }
}
