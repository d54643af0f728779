import Terminal
import Testing

@Suite struct RectTests {
  private let rect = Rect(x: 2, y: 3, width: 10, height: 5)

  @Test("splits share the rectangle out, however much is asked for")
  func splits() {
    #expect(rect.splitTop(2) == (Rect(x: 2, y: 3, width: 10, height: 2), Rect(x: 2, y: 5, width: 10, height: 3)))
    #expect(rect.splitBottom(1) == (Rect(x: 2, y: 3, width: 10, height: 4), Rect(x: 2, y: 7, width: 10, height: 1)))
    #expect(rect.splitLeft(4) == (Rect(x: 2, y: 3, width: 4, height: 5), Rect(x: 6, y: 3, width: 6, height: 5)))
    #expect(rect.splitLeft(99) == (rect, Rect(x: 12, y: 3, width: 0, height: 5)))
    #expect(rect.splitTop(-1) == (Rect(x: 2, y: 3, width: 10, height: 0), rect))
  }

  @Test("insets and intersections never turn inside out")
  func insets() {
    #expect(rect.insetBy(dx: 1, dy: 1) == Rect(x: 3, y: 4, width: 8, height: 3))
    #expect(rect.insetBy(dx: 6, dy: 6).isEmpty)
    #expect(rect.intersection(Rect(x: 0, y: 0, width: 4, height: 4)) == Rect(x: 2, y: 3, width: 2, height: 1))
    #expect(rect.intersection(Rect(x: 50, y: 0, width: 4, height: 4)).isEmpty)
    #expect(rect.contains(Position(x: 11, y: 7)) && !rect.contains(Position(x: 12, y: 7)))
    #expect(rect.row(4) == Rect(x: 2, y: 7, width: 10, height: 1) && rect.row(5).isEmpty)
  }
}
