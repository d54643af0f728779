import Terminal
import Testing

@Suite struct KeyTests {
  @Test(
    "a key's name reads back as the key",
    arguments: [
      (Key.character("j"), "j"), (.character("J"), "J"), (.character("d", .control), "<C-d>"), (Key(.enter), "Enter"),
      (Key(.escape), "Esc"), (.character(" "), "Space"), (.character(" ", .control), "<C-Space>"),
      (Key(.backtab), "<S-Tab>"),
      (.character("<"), "<"), (.character("<", .alt), "<A-<>"), (.character("-", .control), "<C-->"),
      (Key(.function(12)), "F12"),
      (Key(.up, [.control, .alt, .shift]), "<C-A-S-Up>"), (.character("ö"), "ö"), (Key(.pageDown), "PageDown"),
      (.character("d", [.control, .shift]), "<C-S-d>"), (.character("F"), "F"), (.character(">"), ">"),
    ])
  func names(key: Key, name: String) {
    #expect(key.description == name)
    #expect(Key(name) == key)
  }

  @Test("one key has one spelling")
  func spelling() {
    #expect(Key(.tab, .shift) == Key(.backtab))
    #expect(Key("<S-j>") == .character("J"))
    #expect(Key("<C-D>") == .character("d", .control))
    #expect(Key(.backtab, [.shift, .control]).description == "<C-S-Tab>")
  }

  @Test(
    "what is no name is refused", arguments: ["", "enter", "jj", "<j>", "<X-j>", "<C->", "F0", "F99", "F01", "<C-jj>"])
  func refused(name: String) {
    #expect(Key(name) == nil)
  }

  @Test("only plain characters type")
  func typed() {
    #expect(Key.character("ö").typed == "ö")
    #expect(Key.character("a", .alt).typed == nil)
    #expect(Key(.enter).typed == nil)
  }
}
