import Testing

@testable import Terminal

@Suite struct ASCIITests {
  private func ascii(_ text: String) -> String {
    ClusterSequence(text).map { $0.glyph.ascii.text }.joined()
  }

  @Test("lines, marks and Europe's letters have an ASCII character that comes near; others a question mark")
  func nearest() {
    #expect(ascii("┌─┬│┃└") == "+-+|#+")
    #expect(ascii("▌● ○ ✓ ✗ ▾▸ › … · ⚠") == ">* o v x v> > ~ . !")
    #expect(ascii("Göteborg, Łódź, Århus – „Straße“") == "Goteborg, Lodz, Arhus - \"Strase\"")
    #expect(ascii("abc XYZ 019 ~{}") == "abc XYZ 019 ~{}")
    #expect(ascii("漢😀я") == "???")
    #expect(ascii("e\u{301}") == "e\u{301}".unicodeScalars.first.map { String($0) })
  }

  @Test("nothing but ASCII is left of anything")
  func everything() {
    for value in UInt32(0x20)...0xFFFF {
      guard let scalar = Unicode.Scalar(value), !VisibleText.isHidden(scalar) else { continue }
      let values = Glyph(scalar).ascii.scalarValues
      #expect(values[0] < 0x7F && values[1] == 0)
    }
  }
}
