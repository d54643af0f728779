import JSONText
import Testing

@Suite struct JSONGrammarTests {
  @Test(
    "valid texts are accepted",
    arguments: [
      "null", "true", "false", "0", "-0", "7", "-12", "1.5", "0.0", "-0.10", "1e5", "1E+5", "1e-05", "0e0", "12.34E-56",
      "123456789012345678901234567890.123456789e999999", #""""#, #""a""#, #""\"\\\/\b\f\n\r\t""#,
      #""\u00e9\uD83D\uDE00""#,
      #""\uD800""#, #""\uDFFF\uDBFF""#, "\"\u{7F}\u{80}\u{2028}\"", "[]", "{}", " [ ] ", "\t{\r\n}\n", "[[],{},[[]]]",
      "[1,2,3]", #"{"a":1,"a":2}"#, #"{"":{"":[]}}"#, #"[ "x" , true , null ]"#, "\u{FEFF}[1]", "\u{FEFF} \"\u{FEFF}\"",
      "[0,-0]", "[1.0]", "[1e1]", #"{"a\u0062":-1}"#, "[\"12345678\",\"1234567\",\"123456789\"]",
    ])
  func valid(text: String) {
    let document = JSONDocument(Array(text.utf8))
    #expect(document.error == nil)
    #expect(document.root != nil)
  }

  @Test(
    "invalid texts are refused where they break",
    arguments: [
      ("", 0, .noValue), (" \n\t", 3, .noValue), ("\u{FEFF}", 3, .noValue), ("\u{FEFF}\u{FEFF}1", 3, .expectedValue),
      (" \u{FEFF}[1]", 1, .expectedValue), ("\r\n\u{FEFF}1", 2, .expectedValue),
      ("[\u{FEFF}1]", 1, .expectedValueOrBracket),
      ("\u{A0}1", 0, .expectedValue), ("\u{FF}", 0, .expectedValue), ("\u{B}1", 0, .expectedValue),
      ("x", 0, .expectedValue), ("]", 0, .expectedValue), (",", 0, .expectedValue), ("'a'", 0, .expectedValue),
      ("+1", 0, .expectedValue), (".5", 0, .expectedValue), ("NaN", 0, .expectedValue), ("Infinity", 0, .expectedValue),
      ("-", 1, .unexpectedEnd), ("-x", 1, .malformedNumber), ("--1", 1, .malformedNumber), ("01", 1, .malformedNumber),
      ("-01", 2, .malformedNumber), ("1.", 2, .unexpectedEnd), ("[1.]", 3, .malformedNumber),
      ("1.e5", 2, .malformedNumber), ("1e", 2, .unexpectedEnd), ("[1e+]", 4, .malformedNumber),
      ("1e5.5", 3, .expectedEnd), ("1e5e5", 3, .expectedEnd), ("1+1", 1, .expectedEnd), ("0x10", 1, .expectedEnd),
      ("1_000", 1, .expectedEnd), ("1.2.3", 3, .expectedEnd), ("[1-]", 2, .expectedCommaOrBracket),
      ("nul", 3, .unexpectedEnd), ("nulL", 3, .expectedLiteral), ("tru]", 3, .expectedLiteral),
      ("[fals,1]", 5, .expectedLiteral), ("True", 0, .expectedValue), ("nullx", 4, .expectedEnd),
      ("truetrue", 4, .expectedEnd), ("1 2", 2, .expectedEnd), ("[] []", 3, .expectedEnd), ("{}}", 2, .expectedEnd),
      ("\"a\u{0}\"", 2, .controlCharacter), ("\"\n\"", 1, .controlCharacter), ("\"a\tb\"", 2, .controlCharacter),
      ("\"12345678\u{1F}\"", 9, .controlCharacter), ("\"", 1, .endInsideString), (#"["a]"#, 4, .endInsideString),
      (#""\"#, 2, .endInsideString), (#""\"# + "\"", 3, .endInsideString), (#""\x41""#, 2, .unknownEscape),
      (#""\'""#, 2, .unknownEscape), (#""\U0041""#, 2, .unknownEscape), (#""\u12G4""#, 5, .expectedHexDigit),
      (#""\u123""#, 6, .expectedHexDigit), (#""\u12"#, 5, .endInsideString), ("\"\\\n\"", 2, .unknownEscape),
      ("[", 1, .unexpectedEnd), ("[1", 2, .unexpectedEnd), ("[1,", 3, .unexpectedEnd), ("{", 1, .unexpectedEnd),
      ("[,1]", 1, .expectedValueOrBracket), ("[}", 1, .expectedValueOrBracket), ("[1,]", 3, .expectedValue),
      ("[1,,2]", 3, .expectedValue), ("[1 2]", 3, .expectedCommaOrBracket), ("[1}", 2, .expectedCommaOrBracket),
      ("[1:2]", 2, .expectedCommaOrBracket), ("[\"a\":1]", 4, .expectedCommaOrBracket),
      ("{]", 1, .expectedKeyOrBrace), ("{a:1}", 1, .expectedKeyOrBrace), ("{1:1}", 1, .expectedKeyOrBrace),
      ("{,}", 1, .expectedKeyOrBrace), (#"{"a"}"#, 4, .expectedColon), (#"{"a",1}"#, 4, .expectedColon),
      (#"{"a":}"#, 5, .expectedValue), (#"{"a"::1}"#, 5, .expectedValue), (#"{"a":1,}"#, 7, .expectedKey),
      (#"{"a":1 "b":2}"#, 7, .expectedCommaOrBrace), (#"{"a":1]"#, 6, .expectedCommaOrBrace),
      (#"{"a":1,2}"#, 7, .expectedKey), ("// no\n1", 0, .expectedValue), ("[1/**/]", 2, .expectedCommaOrBracket),
      ("1\u{0}", 1, .expectedEnd), ("[1]\u{0}", 3, .expectedEnd), ("[\u{0}]", 1, .expectedValueOrBracket),
    ] as [(String, Int, JSONSyntaxError.Reason)])
  func invalid(text: String, offset: Int, reason: JSONSyntaxError.Reason) {
    #expect(JSONDocument(Array(text.utf8)).error == JSONSyntaxError(offset: offset, reason: reason))
  }

  @Test("an error reads as a sentence with its place") func errorDescription() {
    #expect("\(JSONSyntaxError(offset: 2, reason: .expectedCommaOrBracket))" == "expected a comma or ] at byte 2")
  }

  @Test("every byte that is special or not is seen at every place of a string") func stringBytes() {
    for byte in UInt8.min...UInt8.max {
      for length in 0..<20 {
        let text = [0x22] + Array(repeating: UInt8(ascii: "a"), count: length) + [byte] + Array("bcdefghij\"".utf8)
        let error = JSONDocument(text).error
        switch byte {
        case 0..<0x20: #expect(error == JSONSyntaxError(offset: length + 1, reason: .controlCharacter))
        case 0x22: #expect(error == JSONSyntaxError(offset: length + 2, reason: .expectedEnd))
        default: #expect(error == nil)
        }
      }
    }
  }
}
