import Terminal
import Testing

@MainActor @Suite struct InMemoryTerminalTests {
  @Test("the planes show text and styles of the last frame")
  func planes() {
    let terminal = InMemoryTerminal(size: Size(width: 8, height: 2))
    #expect(terminal.text.isEmpty && terminal.frames == 0)
    var grid = Grid(size: terminal.size)
    grid.put("漢 ab", at: Position(x: 1, y: 0), style: Style(foreground: .rgb(255, 0, 9), attributes: [.bold, .dim]))
    grid.put("x", at: Position(x: 7, y: 1), style: Style(background: .palette(4)))
    terminal.present(grid)
    #expect(terminal.text == " 漢 ab\n       x")
    #expect(terminal.styles == ".aaaaa..\n.......b\na rgb(255,0,9) on default bold dim\nb default on 4")
    #expect(terminal.frames == 1)
  }

  @Test("a suspension is noted")
  func suspension() {
    let terminal = InMemoryTerminal(size: Size(width: 1, height: 1))
    terminal.suspend()
    #expect(terminal.suspensions == 1)
  }
}
