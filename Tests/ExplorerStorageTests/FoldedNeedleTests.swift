import Testing

@testable import ExplorerStorage

@Suite("Finding text in bytes")
struct FoldedNeedleTests {
  private func isFound(_ needle: String, in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes(FoldedNeedle(needle).isIn)
  }

  @Test(
    "accents and case aside, whichever side has them",
    arguments: [
      ("malmo", "Malmö"), ("MALMÖ", "malmo"), ("malmo", "Malmo\u{308}"), ("strasse", "Straße"), ("straße", "STRASSE"),
      ("aero", "Ærø"), ("lodz", "in Łódź."), ("o", "ö"), ("ss", "ß"), ("s", "ß"), ("", ""), ("", "x"),
      ("ж", "Ж"), ("🙂", "x🙂"),
    ])
  func found(needle: String, text: String) { #expect(isFound(needle, in: Array(text.utf8))) }

  @Test(
    "and nothing that isn't there",
    arguments: [
      ("malmö", "Malm"), ("malmo", "Malmx"), ("x", ""), ("ab", "a b"), ("ö", "a\u{A3}b"), ("malmoe", "Malmö"),
    ])
  func missing(needle: String, text: String) { #expect(!isFound(needle, in: Array(text.utf8))) }

  @Test("bytes that are no UTF-8 are passed over")
  func invalid() {
    #expect(isFound("sweden", in: [0xFF, 0xC3, 0xF0, 0x9F] + Array("Sweden".utf8) + [0xE2, 0x82]))
    #expect(!isFound("sweden", in: [0x53, 0xC3] + Array("weden".utf8)))
    #expect(!isFound("ab", in: [0xF0]))
  }
}
