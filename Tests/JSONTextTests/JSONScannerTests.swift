import JSONText
import TestRandomness
import Testing

@Suite struct JSONScannerTests {
  private static let texts = [
    "\u{FEFF} {\"a\\u00e9\\n\": [1.5e-3, -0, true, false, null, \"åäö \u{1F600}\"], \"b\": {\"c\": {}}} ",
    #"[[[]],{"long key that spans words":"long value that spans words \\ \" \/ too"},12345678901234567890]"#,
    #"{"a":[1,2,{"b":"c"#, #"{"a":1,"b"#, #"{"a":1,"b":tru]"#, #"["\u12x4"]"#, "[1,[2,[3 4]]]", "-", "12", "\u{FEFF}",
    "",
    #"{"a":{"b":[1,2}"#,
  ]

  @Test("chunks give the same document as the whole, wherever they are split", arguments: texts)
  func splits(text: String) {
    let bytes = Array(text.utf8)
    let whole = nodes(JSONDocument(bytes))
    for first in 0...bytes.count {
      for second in first...bytes.count {
        var scanner = JSONScanner()
        for chunk in [bytes[..<first], bytes[first..<second], bytes[second...]] { scanner.scan(Array(chunk).span) }
        #expect(nodes(JSONDocument(bytes, scannedBy: scanner)) == whole)
      }
    }
  }

  @Test("one byte at a time gives the same document", arguments: texts) func bytewise(text: String) {
    let bytes = Array(text.utf8)
    var scanner = JSONScanner()
    for byte in bytes { scanner.scan([byte].span) }
    #expect(nodes(JSONDocument(bytes, scannedBy: scanner)) == nodes(JSONDocument(bytes)))
  }

  @Test("an error shows before the text is complete") func earlyError() {
    var scanner = JSONScanner()
    scanner.scan(Array("[1,]".utf8).span)
    scanner.scan(Array("more".utf8).span)
    #expect(scanner.error == JSONSyntaxError(offset: 3, reason: .expectedValue))
    #expect(scanner.byteCount == 8)
  }

  @Test("a scanner of another text is not believed") func otherText() {
    var scanner = JSONScanner()
    scanner.scan(Array("[1,2,3]".utf8).span)
    let document = JSONDocument(Array("[1]".utf8), scannedBy: scanner)
    #expect(document.root?.count == 1)
  }

  @Test("100 000 levels are read and shown") func deep() {
    let levels = 100_000
    let document = JSONDocument(Array(repeating: 0x5B, count: levels) + Array(repeating: 0x5D, count: levels))
    #expect(document.error == nil)
    let tree = JSONTree(document)
    #expect(tree.count == 2 * levels - 1)
    #expect(tree[levels - 1]?.depth == levels - 1)
    #expect(tree[levels]?.part == .closing)
    #expect(tree[levels]?.depth == levels - 2)
    #expect(tree.path(ofRow: levels - 1)?.utf8.count == 1 + 3 * (levels - 1))
  }

  @Test("100 000 levels that are never closed are read and shown") func deepAndOpen() {
    let levels = 100_000
    let document = JSONDocument(Array(String(repeating: #"{"a":"#, count: levels).utf8))
    #expect(document.error == JSONSyntaxError(offset: 5 * levels, reason: .unexpectedEnd))
    let tree = JSONTree(document)
    #expect(tree.count == levels)
    #expect(tree[tree.count - 1]?.part == .opening)
    #expect(tree[tree.count - 1]?.depth == levels - 1)
    #expect(tree.path(ofRow: levels - 1) == "$" + String(repeating: ".a", count: levels - 1))
  }

  @Test("nesting without end is refused") func tooDeep() {
    let document = JSONDocument(Array(repeating: 0x5B, count: JSONScanner.maximumDepth + 10))
    #expect(document.error == JSONSyntaxError(offset: JSONScanner.maximumDepth, reason: .tooDeep))
  }

  @Test("texts over the limit are refused, however they arrive") func tooLong() {
    let bytes = Array("[1,2]".utf8)
    for split in 0...bytes.count {
      var scanner = JSONScanner(maximumByteCount: 4)
      scanner.scan(Array(bytes[..<split]).span)
      scanner.scan(Array(bytes[split...]).span)
      #expect(scanner.error == JSONSyntaxError(offset: 4, reason: .tooLong))
      #expect(JSONDocument(bytes, scannedBy: scanner).error?.reason == .tooLong)
    }
    var scanner = JSONScanner(maximumByteCount: 5)
    scanner.scan(bytes.span)
    #expect(scanner.error == nil)
  }

  @Test("random bytes never trap and break at the first impossible byte") func noise() {
    var random = SeededGenerator(seed: 42)
    let alphabet = Array("[]{}\",:\\ue10-.tfn a\n".utf8) + [0, 0xC3, 0xEF]
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0..<24, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      let document = JSONDocument(bytes)
      let tree = JSONTree(document)
      for (row, line) in tree.lines.enumerated() {
        if line.part != .closing { #expect(tree.row(of: line.value) == row) }
        _ = (tree.path(ofRow: row), line.text(maxBytes: 3), line.key?.string, line.value.string)
      }
      guard let error = document.error, error.offset < bytes.count else { continue }
      let good = JSONDocument(Array(bytes[..<error.offset]))
      #expect(good.error.map { $0.offset == error.offset } ?? true)
    }
  }

  /// Everything a document tells about its values, line by line.
  private func nodes(_ document: JSONDocument) -> [String] {
    JSONTree(document).lines.map { line in
      "\(line.part) \(line.depth) \(line.hasComma) \(line.key.map { "\($0.range)" } ?? "-") \(line.value.range)"
    } + ["\(document.error.map(String.init(describing:)) ?? "-")"]
  }
}
