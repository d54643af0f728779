import ExplorerStorage
import Testing

struct TextFoldingTests {
  @Test(
    "letters come down to what people type",
    arguments: [
      ("Malmö", "malmo"), ("MALMO\u{308}", "malmo"), ("Ærø", "aero"), ("Łódź", "lodz"), ("Weißenfels", "weissenfels"),
      ("Þórshöfn", "thorshofn"), ("Đakovo", "dakovo"), ("Œuvre", "oeuvre"), ("Thành phố", "thanh pho"), ("ẞ", "ss"),
      ("ȘȚ", "st"), ("ÿ÷×", "y÷×"), ("ΑΘΗΝΑ", "αθηνα"), ("МОСКВА", "москва"), ("東京", "東京"), ("", ""), ("A1-z", "a1-z"),
    ])
  func folded(text: String, expected: String) {
    #expect(TextFolding.folded(text) == expected)
    #expect(TextFolding.folded(expected) == expected)
  }

  @Test("every Latin letter that has a decomposition comes down to its base")
  func tables() {
    for value in [0x00C0..<0x0240, 0x1E00..<0x1F00].joined() {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let folded = TextFolding.folded(String(scalar))
      for base in "abcdefghijklmnopqrstuvwxyz" {
        for mark in 0x0300...0x0328 {
          guard let mark = Unicode.Scalar(UInt32(mark)), String(scalar).lowercased() == "\(base)\(mark)" else {
            continue
          }
          #expect(folded == String(base), "U+\(String(value, radix: 16))")
        }
      }
    }
  }
}
