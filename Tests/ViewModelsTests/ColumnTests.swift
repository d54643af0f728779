import Testing
import ViewModels

struct ColumnTests {
  private func rows(_ count: Int) -> [Row] { (0..<count).map { Row(id: "\($0)", code: "", name: "row \($0)") } }

  @Test("Whatever happens, the cursor is inside the window and the window inside the list", arguments: 0..<40)
  func invariants(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var column = Column()
    var height = 1
    for step in 0..<300 {
      switch Int.random(in: 0..<10, using: &random) {
      case 0:
        height = Int.random(in: 1...30, using: &random)
        column.setHeight(height)
      case 1:
        column.setRows(
          RowList(rows(Int.random(in: 0...60, using: &random))), selecting: "\(Int.random(in: 0...70, using: &random))")
      case 2: column.setRows(RowList(rows(Int.random(in: 0...60, using: &random))), selecting: nil)
      case 3: column.move(by: Int.random(in: -40...40, using: &random))
      case 4: column.move(to: Int.random(in: -5...80, using: &random))
      case 5: column.scroll(by: Int.random(in: -40...40, using: &random))
      case 6: column.setFilter(["", "1", "row 2", "xyz"].randomElement(using: &random) ?? "")
      case 7: column.turnOrder()
      case 8:
        guard let index = column.rows.indices.randomElement(using: &random) else { break }
        let filter = column.filter
        let dropped = column.select(index)
        #expect(column.selected == column.rows[index], "step \(step)")
        #expect(dropped == nil ? column.filter == filter : dropped == filter && column.filter.isEmpty)
      default: if Int.random(in: 0..<10, using: &random) == 0 { column.clear() }
      }
      let window = column.top..<column.top + height
      #expect(window.contains(column.cursor), "step \(step)")
      #expect(column.top >= 0)
      #expect(column.top == 0 || window.upperBound <= column.count, "step \(step): no blank rows below the last")
      #expect(column.cursor == 0 || column.cursor < column.count)
      #expect((column.selected == nil) == (column.count == 0))
    }
  }

  @Test("The window moves only as far as the cursor needs")
  func window() {
    var column = Column()
    column.setHeight(5)
    column.setRows(RowList(rows(20)), selecting: nil)
    column.move(by: 4)
    #expect(column.top == 0)
    column.move(by: 1)
    #expect(column.top == 1)
    column.move(by: -4)
    #expect((column.cursor, column.top) == (1, 1))
    column.move(by: -1)
    #expect((column.cursor, column.top) == (0, 0))
    column.scroll(by: 3)
    #expect((column.cursor, column.top) == (3, 3))
    column.scroll(by: 100)
    #expect((column.cursor, column.top) == (15, 15))
  }

  @Test("Paging goes by the height of the window, and stops at the ends")
  func paging() {
    var browser = Browser(rows: 6)
    let many = (0..<50).map { World.countries[$0 % 3] }
    browser.arrive(.countries, .countries(World.loaded(many, "{}")))
    browser.press(.pageDown)
    #expect(browser.countries.cursor == 6)
    browser.press(.halfPageDown)
    #expect(browser.countries.cursor == 9)
    browser.press(.halfPageUp, .pageUp, .pageUp)
    #expect(browser.countries.cursor == 0)
    browser.press(.moveToBottom, .moveDown)
    #expect(browser.countries.cursor == 49)
    browser.press(.moveToTop, .moveUp)
    #expect(browser.countries.cursor == 0)
    browser.send(.scrolled(.column(.countries), by: 3))
    #expect(browser.countries.top == 3)
  }

  @Test("A screen that shrinks keeps the cursor in sight")
  func shrinking() {
    var browser = Browser(rows: 20)
    let many = (0..<50).map { World.countries[$0 % 3] }
    browser.arrive(.countries, .countries(World.loaded(many, "{}")))
    browser.send(.pointed(.countries, row: 18))
    browser.send(.viewportChanged(Viewport(columnRows: 4, inspectorRows: 4, inspectorWidth: 76, overlayRows: 4)))
    #expect(browser.countries.cursor == 18)
    #expect(browser.countries.top == 15)
  }
}

/// A small generator, so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
