import Testing

@testable import ViewModels

struct DifferenceListTests {
  private func list(_ left: String, _ right: String, isWide: Bool = true) throws -> DifferenceList {
    var list = DifferenceList()
    list.setSize(isWide: isWide, height: 5)
    let pair = ComparedPair(left: World.inspection(left), right: World.inspection(right))
    list.show(.difference(try ExchangeDifference(pair)))
    return list
  }

  private func signs(_ list: DifferenceList) -> String {
    (0..<list.count).map { position in
      if case .row(let row) = list[position] { row.change.sign } else { "…" }
    }.joined()
  }

  private let left = #"{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6}"#
  private let right = #"{"a":1,"b":2,"c":3,"d":9,"e":5,"g":7}"#

  @Test("Three equal rows and more are folded; a narrow screen has a line for each side of what differs")
  func folding() throws {
    // The heading and the status, the heading of the body, then the body.
    #expect(try signs(list(left, right)) == "    …~ -+ ")
    #expect(try signs(list(left, right, isWide: false)) == "    …-+ -+ ")
    #expect(try list(left, right).lines[4] == "… 3 equal members")
  }

  @Test("A stretch is unfolded and folded again where the cursor is, and nothing else is")
  func unfolding() throws {
    var list = try list(left, right)
    list.move(to: 4)
    let unfolded = list.toggleFold()
    #expect(unfolded && signs(list) == "       ~ -+ ")
    #expect(list.cursor == 4 && list.lines[4...6] == ["\"a\": 1", "\"b\": 2", "\"c\": 3"])
    list.move(to: 6)
    let folded = list.toggleFold()
    #expect(folded && signs(list) == "    …~ -+ " && list.cursor == 4)
    list.move(to: 5)
    let nothing = list.toggleFold()
    #expect(!nothing)
  }

  @Test("The next and the previous difference are found up to the last and the first")
  func differences() throws {
    for isWide in [true, false] {
      var list = try list(left, right, isWide: isWide)
      var numbers: [Int] = []
      while list.moveToDifference(isForward: true) { numbers.append(list.number) }
      #expect(numbers == [1, 2, 3])
      while list.moveToDifference(isForward: false) { numbers.append(list.number) }
      #expect(numbers == [1, 2, 3, 2, 1])
    }
  }

  @Test("When the screen changes its width, the cursor stays on its row")
  func width() throws {
    var list = try list(left, right)
    list.move(to: list.count - 2)
    let line = list.lines[list.cursor]
    list.setSize(isWide: false, height: 5)
    #expect(list.lines[list.cursor] == line)
    list.setSize(isWide: true, height: 5)
    #expect(list.lines[list.cursor] == line)
  }

  @Test("The cursor stays in the window, and the window in the list")
  func scrolling() throws {
    var list = try list("[1,2,3,4,5,6,7,8,9]", "[]")
    list.move(to: 100)
    #expect(list.cursor == list.count - 1 && list.top == list.count - 5)
    list.scroll(by: -100)
    #expect(list.top == 0 && list.cursor == 4)
    list.scrollSideways(by: 8)
    list.scrollSideways(by: -100)
    #expect(list.left == 0)
  }
}
