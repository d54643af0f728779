import ExplorerStorage
import OpenPayments
import Terminal
import Testing
import ViewModels

@testable import Screens

@MainActor
@Suite(.timeLimit(.minutes(1)))
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

  @Test("Beside each other, too, and with whatever size was asked for, the frames fill the screen")
  func arranged() {
    for (width, height) in Self.sizes where width >= 100 && height >= 20 {
      for isRight in [false, true] {
        for more in [-500, -9, 0, 9, 500] {
          for other in [-500, 0, 500] {
            var arrangement = Arrangement()
            arrangement.isInspectorRight = isRight
            (arrangement.moreBelow, arrangement.moreRight) = (more, more)
            (arrangement.moreCountries, arrangement.moreCities) = (more, other)
            let size = Size(width: width, height: height)
            let layout = Layout(size: size, focus: .column(.cities), arrangement: arrangement)
            let rects = Array(layout.columns.values) + [layout.inspector].compactMap(\.self)
            #expect(rects.count == 4 && rects.allSatisfy { $0.width >= 12 && $0.height >= 5 })
            #expect(rects.reduce(0) { $0 + $1.width * $1.height } == width * (height - 2))
            // What did not fit is not asked for a second time.
            let again = Layout(size: size, focus: .column(.cities), arrangement: layout.arrangement)
            #expect(again.columns == layout.columns && again.inspector == layout.inspector)
          }
        }
      }
    }
  }

  private func boxes(on screen: TestScreen) throws -> [Rect] {
    Box.all(on: try #require(screen.terminal.grid)).compactMap { $0?.rect }
  }

  @Test("Panes are turned and resized by keys, at once and no further than there is room")
  func resizing() async throws {
    let screen = try TestScreen(Size(width: 120, height: 40))
    await screen.open()
    let usual = try boxes(on: screen)
    try await screen.press("+", "+")
    #expect(try boxes(on: screen)[0].width == usual[0].width + 4)
    try await screen.press("_")
    #expect(try boxes(on: screen)[0].width == usual[0].width + 2)
    for _ in 0..<200 { try await screen.press("+") }
    let widest = try boxes(on: screen)
    try await screen.press("_")
    #expect(try boxes(on: screen)[0].width == widest[0].width - 2, "what had no effect is not in the way")
    try await screen.press("=", "o")
    let beside = try boxes(on: screen)
    #expect(beside.allSatisfy { $0.height == 38 } && beside.count == 4)
    #expect(screen.viewport.inspectorWidth == (beside.map(\.x).max().map { 120 - $0 } ?? 0) - 4)
    var right = Arrangement()
    right.isInspectorRight = true
    #expect(screen.effects.last == .look(.keepArrangement(right)))
    try await screen.press("Tab", "+")
    #expect(try boxes(on: screen).map(\.x).max() == beside.map(\.x).max().map { $0 - 2 })
    try await screen.press("=", "o")
    #expect(try boxes(on: screen) == usual)
    await screen.resize(Size(width: 80, height: 24))
    try await screen.press("+")
    #expect(screen.text.contains("there is nothing to share"))
  }

  @Test("Whatever pane has the focus can have the whole screen, and the next one takes it over")
  func zooming() async throws {
    let screen = try TestScreen(Size(width: 120, height: 40))
    await screen.open()
    let usual = try boxes(on: screen)
    try await screen.press("z")
    let column = Rect(x: 0, y: 2, width: 120, height: 37)
    #expect(try boxes(on: screen) == [column] && screen.lines[2].contains("Countries") && screen.lines[1].contains("›"))
    try await screen.press("l")
    #expect(try boxes(on: screen) == [column] && screen.lines[2].contains("Cities"))
    try await screen.press("+")
    #expect(screen.text.contains("there is nothing to share"))
    try await screen.press("Tab")
    #expect(try boxes(on: screen) == [Rect(x: 0, y: 1, width: 120, height: 38)] && screen.focus == .inspector)
    try await screen.press("z")
    #expect(try boxes(on: screen) == usual)
    await screen.resize(Size(width: 80, height: 24))
    try await screen.press("z")
    #expect(screen.text.contains("One pane has the whole screen here already") && !screen.isZoomed)
  }

  @Test("The mouse moves the borders between panes, and what one gains the other loses")
  func dragging() async throws {
    let screen = try TestScreen(Size(width: 120, height: 40))
    await screen.open()
    func drag(_ from: Position, to positions: Position...) async {
      await screen.handle(.mouse(Mouse(.press(.left), at: from)))
      for position in positions { await screen.handle(.mouse(Mouse(.drag(.left), at: position))) }
      await screen.handle(.mouse(Mouse(.release(.left), at: positions.last ?? from)))
    }
    let usual = try boxes(on: screen)
    let (countries, cities, inspector) = (usual[0], usual[1], usual[3])
    await drag(Position(x: cities.x, y: 5), to: Position(x: cities.x + 2, y: 9), Position(x: cities.x + 5, y: 7))
    #expect(try boxes(on: screen).prefix(3).map(\.width) == [countries.width + 5, cities.width - 5, usual[2].width])
    await drag(Position(x: cities.maxX - 1, y: 5), to: Position(x: cities.maxX - 4, y: 5))
    #expect(
      try boxes(on: screen).prefix(3).map(\.width) == [countries.width + 5, cities.width - 9, usual[2].width + 4])
    await drag(Position(x: 50, y: inspector.y), to: Position(x: 50, y: inspector.y - 4))
    #expect(try boxes(on: screen)[3].height == inspector.height + 4)
    #expect(screen.effects.last == .look(.keepArrangement(screen.arrangement)))
    await screen.handle(.mouse(Mouse(.drag(.left), at: Position(x: 50, y: 10))))
    #expect(try boxes(on: screen)[3].height == inspector.height + 4, "the border was let go")
    try await screen.press("=", "o")
    let beside = try #require(try boxes(on: screen).max { $0.x < $1.x })
    await drag(Position(x: beside.x, y: 20), to: Position(x: beside.x - 6, y: 20))
    #expect(try boxes(on: screen).max { $0.x < $1.x }?.width == beside.width + 6)
  }

  @Test("Marks for which there is no room are counted")
  func marks() async throws {
    let screen = try TestScreen(Size(width: 80, height: 14))
    await screen.open()
    for letter in "abcdefghijklmnop" { try await screen.press("m", String(letter)) }
    try await screen.press("'")
    #expect(screen.text.contains("and 7 more") && screen.text.contains("i  ") && !screen.text.contains("j  "))
  }

  @Test("A comparison, which has its sides below, leaves the inspector's place alone")
  func comparing() async throws {
    let screen = try TestScreen(Size(width: 120, height: 40))
    await screen.open()
    try await screen.press("o", "D")
    try await screen.press("Enter", "+")
    #expect(screen.comparison != nil && screen.arrangement.isInspectorRight)
  }

  @Test("Keys that come faster than frames each count")
  func burst() async throws {
    let screen = try TestScreen(Size(width: 120, height: 40))
    await screen.open()
    try await screen.burst("+", "+", "+", "o", "o", "Tab", "+", "+")
    #expect(screen.arrangement.moreCountries == 6)
    #expect(screen.arrangement.moreBelow == 2 && !screen.arrangement.isInspectorRight)
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

  @Test(
    "However small it is, it says so in words that fit",
    arguments: [
      (80, 1, "Too small: one row, but 40x10 at least is needed"), (20, 1, "Too small: one row"), (7, 1, "one row"),
      (1, 1, "!"), (80, 2, "Too small, now 80x2|40x10 at least"), (10, 3, "Too small|min 40x10|now 10x3"),
      (5, 4, "small|40x10|5x4"),
    ])
  func tiny(width: Int, height: Int, words: String) async throws {
    let screen = try TestScreen(Size(width: width, height: height))
    await screen.open()
    let lines = screen.text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    #expect(lines.filter { !$0.isEmpty }.joined(separator: "|") == words)
  }

  @Test("A screen that grows or shrinks keeps the cursor in sight")
  func cursorInSight() async throws {
    let screen = try TestScreen(Size(width: 120, height: 60))
    await screen.open()
    try await screen.press("G")
    for height in stride(from: 60, through: 10, by: -1) {
      await screen.resize(Size(width: 120, height: height))
      let name = try #require(screen.countries.selected?.name)
      #expect(screen.lines.contains { $0.contains("▌") && $0.contains(name) }, "\(height)")
    }
  }
}
