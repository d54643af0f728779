import Terminal
import Testing
import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(1)))
struct CopyViewTests {
  @Test("Where the screen has room nothing is cut, of what a comparison has neither")
  func whole() async throws {
    for keys in [[], ["D", "Enter"]] {
      let screen = try TestScreen(Size(width: 120, height: 40))
      await screen.open()
      for key in keys + ["y"] { try await screen.press(key) }
      let box = screen.lines.drop { !$0.contains("┌ Copy") }.prefix { !$0.contains("└") }
      #expect(box.count > 3 && !box.contains { $0.contains("… │") })
      #expect(screen.text.contains(Command.copyDifference.help.dropFirst(5)) == !keys.isEmpty)
    }
  }

  @Test(
    "The list stands in the middle and leaves the border below it whole",
    arguments: [Size(width: 120, height: 40), Size(width: 200, height: 60), Size(width: 80, height: 24)])
  func place(size: Size) async throws {
    let screen = try TestScreen(size)
    await screen.open()
    try await screen.press("Tab", "y")
    let line = try #require(screen.lines.first { $0.contains("┌ Copy") })
    let start = try #require(line.firstRange(of: "┌ Copy")).lowerBound
    let end = try #require(line[start...].firstIndex(of: "┐"))
    let left = line.distance(from: line.startIndex, to: start)
    let right = line.distance(from: end, to: line.endIndex) - 1
    #expect(abs(left - right) <= 1)
    let bottom = screen.lines[size.height - 2]
    #expect(bottom.count { $0 == "└" } == 1 && bottom.count { $0 == "┘" } == 1)
  }
}
