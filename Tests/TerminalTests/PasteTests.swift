import Terminal
import Testing

@Suite struct PasteTests {
  private var decoder = InputDecoder()

  private mutating func decode(_ input: String) -> [TerminalEvent] { decoder.decode(Array(input.utf8)) }

  /// What follows a paste acts at once, so the decoder holds nothing back.
  private mutating func expectKeys() {
    #expect(!decoder.isPasting)
    #expect(decode("d") == [.key(.character("d"))])
  }

  @Test("a paste arrives whole, with its line breaks, and nothing in it is a key")
  mutating func whole() {
    let content = "a\rb\r\nc\nö\u{1B}[A\u{1B}[201\u{1B}[I\u{1B}[<0;5;5M\u{1B}[200~\u{3}"
    #expect(
      decode("\u{1B}[200~\(content)\u{1B}[201~q") == [
        .paste("a\nb\nc\nö\u{1B}[A\u{1B}[201\u{1B}[I\u{1B}[<0;5;5M\u{1B}[200~\u{3}"), .key(.character("q")),
      ])
    #expect(decode("\u{1B}[200~\u{1B}[201~") == [.paste("")])
    #expect(decode("\u{1B}[201~x") == [.key(.character("x"))])
    #expect(decode("\u{1B}\u{1B}[200~x\u{1B}[201~") == [.key(Key(.escape)), .paste("x")])
  }

  @Test("a paste that pauses, even for many seconds, is still a paste")
  mutating func pausing() {
    #expect(decode("\u{1B}[200~ab").isEmpty)
    #expect(decoder.isPasting && (decoder.patience ?? 0) >= 30_000)
    for byte in "dq\r\u{1B}[20" { #expect(decode(String(byte)).isEmpty) }
    #expect((decoder.patience ?? 0) >= 30_000)
    #expect(decode("1~") == [.paste("abdq\n")])
    expectKeys()
  }

  @Test("what came before a long silence is handed over once, and the rest is no keys whenever it comes")
  mutating func silent() {
    #expect(decode("\u{1B}[200~ab").isEmpty)
    #expect(decoder.flush() == [.paste("ab")])
    #expect(decoder.patience == nil)
    #expect(decoder.flush().isEmpty)
    #expect(decode("dq\r").isEmpty)
    #expect(decode("\u{1B}[201~") == [.paste("dq\n")])
    expectKeys()
  }

  @Test("a silence in the middle of the mark that begins a paste, or that ends it, changes nothing", arguments: 1...5)
  mutating func cutMarks(length: Int) {
    let (begin, end) = ("\u{1B}[200~", "\u{1B}[201~")
    _ = decode(String(begin.prefix(length)))
    _ = decoder.flush()
    #expect(decode(begin.dropFirst(length) + "dq\r").isEmpty)
    #expect(decode(String(end.prefix(length))).isEmpty)
    #expect(decoder.flush() == [.paste("dq\n")])
    #expect(decode(String(end.dropFirst(length))).isEmpty)
    expectKeys()
  }

  @Test("a paste whose end is lost costs no more than the keys up to the next pause")
  mutating func endless() {
    _ = decode("\u{1B}[200~ab")
    _ = decoder.flush()
    #expect(decode("j").isEmpty)
    #expect((1...10_000).contains(decoder.patience ?? 0))
    #expect(decoder.flush() == [.paste("j")])
    expectKeys()
  }

  @Test("after a paste whose end is lost, another is one by itself")
  mutating func another() {
    _ = decode("\u{1B}[200~ab")
    _ = decoder.flush()
    #expect(decode("\u{1B}[200~cd").isEmpty)
    #expect(decoder.isPasting && (decoder.patience ?? 0) >= 30_000)
    #expect(decode("\u{1B}[201~") == [.paste("cd")])
    expectKeys()
  }

  @Test("a paste without end is cut between two characters", arguments: ["a", "ö", "漢", "😀", "xö"])
  mutating func limited(unit: String) throws {
    _ = decode("\u{1B}[200~")
    let count = 1_100_000 / unit.utf8.count
    #expect(decoder.decode(Array(String(repeating: unit, count: count).utf8)).isEmpty)
    guard case .paste(let text) = decode("\u{1B}[201~").first else { return #expect(Bool(false)) }
    #expect((1 << 20) - 4...1 << 20 ~= text.utf8.count)
    #expect(String(repeating: unit, count: count).hasPrefix(text))
  }
}
