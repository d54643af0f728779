import ExplorerStorage
import OpenPayments
import Terminal
import Testing
import ViewModels

@MainActor
struct LayoutTests {
  nonisolated static let sizes: [(Int, Int)] =
    [9, 10, 24, 70].flatMap { height in (1...220).map { ($0, height) } }
    + [1, 39, 40, 99, 100, 220].flatMap { width in (1...70).map { (width, $0) } }

  @Test("At every size the frames are whole, inside the screen and beside each other, and fill it")
  func everySize() async throws {
    let screen = try TestScreen(Size(width: 120, height: 40))
    await screen.open()
    for key in ["Tab", "Tab"] {
      for (width, height) in Self.sizes {
        await screen.resize(Size(width: width, height: height))
        let grid = try #require(screen.terminal.grid)
        #expect(grid.size == Size(width: width, height: height))
        let boxes = Box.all(on: grid)
        guard width >= 40, height >= 10 else {
          #expect(boxes.isEmpty)
          continue
        }
        let rects = boxes.compactMap { $0?.rect }
        #expect(rects.count == boxes.count, "\(width)x\(height): a frame is broken")
        for (index, rect) in rects.enumerated() {
          #expect(rects.dropFirst(index + 1).allSatisfy { $0.intersection(rect).isEmpty }, "\(width)x\(height)")
        }
        let isStacked = width < 100 || height < 20
        #expect(rects.count == (isStacked ? 1 : 4))
        let covered = rects.reduce(0) { $0 + $1.width * $1.height }
        #expect(covered == width * (height - (isStacked ? 3 : 2)), "\(width)x\(height)")
      }
      try await screen.press(key)
    }
  }

  @Test("Help, menu and filter are drawn at every size", arguments: [["?"], ["c"], ["/"]])
  func overlays(keys: [String]) async throws {
    let screen = try TestScreen(Size(width: 120, height: 40))
    await screen.open()
    for key in keys { try await screen.press(key) }
    for (width, height) in Self.sizes where width % 3 == 1 || height % 7 == 0 {
      await screen.resize(Size(width: width, height: height))
      let grid = try #require(screen.terminal.grid)
      guard width >= 40, height >= 10, keys != ["/"] else { continue }
      let rects = Box.all(on: grid).compactMap { $0?.rect }
      #expect(rects.contains { $0.width == min(width - 2, 92) }, "\(width)x\(height)")
    }
  }

  @Test("Below 40x10 the screen says so")
  func tooSmall() async throws {
    let screen = try TestScreen(Size(width: 39, height: 24))
    await screen.open()
    #expect(screen.text.contains("Too small"))
    #expect(screen.text.contains("now 39x24"))
    await screen.resize(Size(width: 40, height: 10))
    #expect(!screen.text.contains("Too small"))
  }

  @Test("A screen that grows or shrinks keeps the cursor in sight")
  func cursorInSight() async throws {
    let screen = try TestScreen(Size(width: 120, height: 60))
    await screen.open()
    try await screen.press("G")
    for height in stride(from: 60, through: 10, by: -1) {
      await screen.resize(Size(width: 120, height: height))
      let name = try #require(screen.explorer.countries.selected?.name)
      #expect(screen.lines.contains { $0.contains("▌") && $0.contains(name) }, "\(height)")
    }
  }
}
