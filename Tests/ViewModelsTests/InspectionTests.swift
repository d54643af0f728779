import ExplorerStorage
import OpenPayments
import Testing
import ViewModels

struct InspectionTests {
  private func lines(_ body: [UInt8]) -> [Line] {
    let page = BodyPage(Inspection(World.exchange(body: body)))
    return (0..<page.count).map { page[$0] }
  }

  private func text(_ body: String) -> [String] {
    lines(Array(body.utf8)).map { String(repeating: " ", count: $0.indent) + $0.pieces.map(\.text).joined() }
  }

  @Test("JSON is laid out, every token as it was sent")
  func json() {
    #expect(
      text(#"{"a":[1.0,"x\u00e5"],"b":{},"c":null}"#) == [
        "{", #"  "a": ["#, "    1.0,", #"    "x\u00e5""#, "  ],", #"  "b": {},"#, #"  "c": null"#, "}",
      ])
  }

  @Test("Pieces have their meaning, lists their length")
  func roles() {
    let lines = lines(Array(#"{"a":[1],"b":[true,"x"]}"#.utf8))
    #expect(lines[1].pieces.map(\.role) == [.key, .punctuation, .punctuation])
    #expect(lines[1].note == "1 item")
    #expect(lines[2].pieces.map(\.role) == [.number])
    #expect(lines[4].note == "2 items")
    #expect(lines[5].pieces.map(\.role) == [.literal, .punctuation])
    #expect(lines[6].pieces.map(\.role) == [.string])
    #expect(lines[0].note == nil)
  }

  @Test("Of broken JSON all is shown that holds, and where it ends")
  func brokenJSON() {
    let lines = text(#"{"a": [1, 2"#)
    #expect(lines.prefix(4) == ["{", #"  "a": ["#, "    1,", "    2"])
    #expect(lines.last?.hasPrefix("⚠ not JSON from here on: ") == true)
  }

  @Test("HTML and other text is shown line by line")
  func html() {
    #expect(text("<html>\r\n<b>no</b>\n") == ["<html>", "<b>no</b>"])
    #expect(text("not { json") == ["not { json"])
    #expect(text("\n\nx") == ["", "", "x"])
  }

  @Test("A scalar alone is JSON too")
  func scalar() {
    #expect(text("42") == ["42"])
    #expect(lines(Array("42".utf8)).first?.pieces.first?.role == .number)
  }

  @Test("No body is said in words")
  func empty() { #expect(text("") == ["The answer has no body."]) }

  @Test("Binary bodies are shown as numbers, and as text where that is asked for")
  func binary() {
    let inspection = Inspection(World.exchange(body: (0...255).map { UInt8($0) }))
    let page = BodyPage(inspection)
    #expect(page.form == .hex)
    #expect(page.count == 16)
    #expect(
      page[4].pieces.map(\.text) == [
        "00000040", "  ", "40 41 42 43 44 45 46 47  48 49 4a 4b 4c 4d 4e 4f", "  ", "@ABCDEFGHIJKLMNO",
      ])
    #expect(BodyPage(inspection, form: .text)[0].pieces[0].text.unicodeScalars.first == "\0")
  }

  @Test("100 000 levels are laid out")
  func deep() {
    let body = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
    let page = BodyPage(Inspection(World.exchange(body: body)))
    #expect(page.count >= 100_000)
    #expect(page[99_999].indent > 0)
    #expect(page[page.count - 1].pieces.first?.role == .bad)
  }

  @Test("Of one endless string only what could be scrolled to is read")
  func endlessString() {
    let lines = lines(
      [UInt8(ascii: "\"")] + [UInt8](repeating: UInt8(ascii: "x"), count: 1_000_000) + [UInt8(ascii: "\"")])
    #expect(lines.count == 1)
    #expect(lines[0].pieces[0].text.utf8.count <= 10_000)
  }
}
