import Terminal
import TestRandomness
import Testing

@Suite struct InputDecoderTests {
  /// All events of some input, the last pause included.
  private func events(_ input: some Sequence<UInt8>) -> [TerminalEvent] {
    var decoder = InputDecoder()
    return decoder.decode(input) + decoder.flush()
  }

  private func keys(_ input: String) -> String {
    events(input.utf8).map { if case .key(let key) = $0 { key.description } else { "\($0)" } }.joined(separator: " ")
  }

  static let spellings: [(String, String)] = [
    ("jK ö漢😀", "j K Space ö 漢 😀"), ("\r\n\t\u{7F}\u{8}", "Enter Enter Tab Backspace Backspace"),
    ("\u{1}\u{4}\u{1A}\u{1C}\u{1F}\0", "<C-a> <C-d> <C-z> <C-\\> <C-_> <C-Space>"),
    ("\u{1B}", "Esc"), ("\u{1B}\u{1B}", "Esc Esc"), ("\u{1B}x\u{1B}ö\u{1B}\r", "<A-x> <A-ö> <A-Enter>"),
    ("\u{1B}\u{1B}\u{1B}", "Esc Esc Esc"), ("\u{1B}\u{1B}x", "Esc <A-x>"), ("\u{1B}\u{1B}[", "Esc <A-[>"),
    ("\u{1B}\t\u{1B}\u{1B}\t", "<S-Tab> Esc <S-Tab>"),
    ("\u{1B}[", "<A-[>"),
    ("\u{1B}O", "<A-O>"), ("\u{1B}]", "<A-]>"), ("\u{1B}P", "<A-P>"), ("\u{1B}\u{4}", "<C-A-d>"),
    ("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D\u{1B}[H\u{1B}[F", "Up Down Right Left Home End"),
    ("\u{1B}OA\u{1B}OB\u{1B}OH\u{1B}OF\u{1B}OP\u{1B}OS", "Up Down Home End F1 F4"), ("\u{1B}OM\u{1B}Op", "Enter 0"),
    ("\u{1B}[1;5A\u{1B}[1;2H\u{1B}[1;3P\u{1B}[1;8D", "<C-Up> <S-Home> <A-F1> <C-A-S-Left>"),
    (
      "\u{1B}[1~\u{1B}[2~\u{1B}[3~\u{1B}[4~\u{1B}[5~\u{1B}[6~\u{1B}[7~\u{1B}[8~",
      "Home Ins Del End PageUp PageDown Home End"
    ),
    ("\u{1B}[11~\u{1B}[15~\u{1B}[17~\u{1B}[21~\u{1B}[24~\u{1B}[25~\u{1B}[34~", "F1 F5 F6 F10 F12 F13 F20"),
    ("\u{1B}[3;5~\u{1B}[Z\u{1B}[[A\u{1B}[[E", "<C-Del> <S-Tab> F1 F5"),
    ("\u{1B}[97u\u{1B}[97;5u\u{1B}[27u\u{1B}[13;2u\u{1B}[9;2u\u{1B}[97;2u", "a <C-a> Esc <S-Enter> <S-Tab> A"),
    ("\u{1B}[97:65;6u\u{1B}[97;1:3u\u{1B}[57358u\u{1B}[27;5;105~", "<C-S-a> <C-i>"),
    ("\u{1B}[?1;2c\u{1B}[>0;1c\u{1B}[12;40R\u{1B}[0n\u{1B}[ qx", "x"),
    ("\u{1B}]12;rgb:00/00/00\u{1B}\\a\u{1B}]0;t\u{7}b\u{1B}P1+r\u{1B}\\c", "a b c"),
    ("\u{1B}]11;rgb\rx", "Enter x"), ("\u{1B}[1;\u{1B}[A", "Up"), ("\u{1B}[1;öx", "ö x"), ("\u{1B}[99999999999;5A", ""),
    ("\u{80}\u{9B}x", "x"),
    ("\u{1B}O2P\u{1B}O1;2P\u{1B}O5A\u{1B}O1;3D\u{1B}O2p\u{1B}O9P\u{1B}O3;2P", "<S-F1> <S-F1> <C-Up> <A-Left> 0"),
    ("\u{1B}O2;2Rx\u{1B}O\u{7F}\u{1B}Oö\u{1B}O \u{1B}OE", "x Backspace ö"),
    (
      "\u{1B}\u{1B}[A\u{1B}\u{1B}OA\u{1B}\u{1B}[1;5C\u{1B}\u{1B}[3~\u{1B}\u{1B}[a\u{1B}\u{1B}Oa\u{1B}\u{1B}[[A",
      "<A-Up> <A-Up> <C-A-Right> <A-Del> <A-S-Up> <C-A-Up> <A-F1>"
    ),
    ("\u{1B}\u{1B}\u{1B}[A\u{1B}\u{1B}]11\u{7}\u{1B}\u{1B}[1;2Xx", "Esc <A-Up> Esc x"),
    (
      "\u{1B}[7^\u{1B}[7$\u{1B}[7@\u{1B}[11^\u{1B}[23$\u{1B}[24@",
      "<C-Home> <S-Home> <C-S-Home> <C-F1> <S-F11> <C-S-F12>"
    ),
    ("\u{1B}[1;2a\u{1B}[4;2$y\u{1B}[?2026;2$y\u{1B}[?1$y\u{1B}[99$yx\u{1B}[c", "x <S-Right>"),
    ("\u{1B}[[J\u{1B}[[[\u{1B}[[x\u{1B}[[\r", "Enter"), ("\u{1B}[M\u{1B}[1;5A\u{1B}[M a\r", "<C-Up> Enter"),
    ("\u{1B}[5A\u{1B}[>1;2A\u{1B}[>0;276;0c\u{1B}[1;R\u{1B}[2;5R\u{1B}[1;5R", "<C-Up> <S-Up> F3 <C-F3>"),
    // Super and hyper make another key of it, locks do not.
    ("\u{1B}[97;9u\u{1B}[1;9A\u{1B}[3;17~\u{1B}[27;9;97~\u{1B}[9A\u{1B}[1;999A\u{1B}[1;257A", ""),
    ("\u{1B}[97;65u\u{1B}[1;129A\u{1B}[1;193B\u{1B}[97;69u\u{1B}[97;33u\u{1B}[1;0A", "a Up Down <C-a> <A-a> Up"),
    (
      "\u{1B}[97;;97u\u{1B}[49:33;2u\u{1B}[49;2;33u\u{1B}[0;;229u\u{1B}[0;;233:769u\u{1B}[0;;97:98u", "a ! ! å é\u{301}"
    ),
    ("\u{1B}[97:65;2u\u{1B}[97::99;5u\u{1B}[13;;13u\u{1B}[57414;;u\u{1B}[49:33;6u", "A <C-a> Enter Enter <C-S-1>"),
    (
      "\u{1B}[57399u\u{1B}[57408u\u{1B}[57409u\u{1B}[57410u\u{1B}[57411u\u{1B}[57412u\u{1B}[57413u\u{1B}[57415u\u{1B}[57416u",
      "0 9 . / * - + = ,"
    ),
    (
      "\u{1B}[57417u\u{1B}[57420;5u\u{1B}[57421u\u{1B}[57424u\u{1B}[57426;2u\u{1B}[57427u\u{1B}[57376u\u{1B}[57398u",
      "Left <C-Down> PageUp End <S-Del> F13 F35"
    ),
    ("\u{1B}[57399;3u\u{1B}[57400;9u\u{1B}[57428u\u{1B}[57441u\u{1B}[57417;1:3u\u{1B}[57417;1:2u", "<A-0> Left"),
  ]

  @Test("bytes become keys, whatever the terminal's habit", arguments: spellings)
  func keySequences(input: String, expected: String) {
    #expect(keys(input) == expected)
  }

  @Test("a sequence cut anywhere is put together again")
  func cutAnywhere() {
    let input = Array(
      (Self.spellings.map(\.0).joined(separator: "|") + "\u{1B}[200~a\r\nö\u{1B}[201~\u{1B}[<0;10;5M\u{1B}[I").utf8)
    var whole = InputDecoder()
    let expected = whole.decode(input) + whole.flush()
    #expect(expected.count > 100)
    for cut in 0...input.count {
      var decoder = InputDecoder()
      #expect(decoder.decode(input[..<cut]) + decoder.decode(input[cut...]) + decoder.flush() == expected)
    }
    var single = InputDecoder()
    #expect(input.flatMap { single.decode([$0]) } + single.flush() == expected)
  }

  @Test("a lone ESC waits a moment, and only then")
  func patience() {
    var decoder = InputDecoder()
    #expect(decoder.patience == nil)
    #expect(decoder.decode([0x1B]).isEmpty)
    #expect(decoder.patience == 25)
    #expect(decoder.flush() == [.key(Key(.escape))])
    #expect(decoder.decode("[".utf8).isEmpty)
    #expect(decoder.flush() == [.key(.character("["))])
    #expect(decoder.decode("\u{1B}[1".utf8).isEmpty)
    #expect((decoder.patience ?? 0) > 25)
    #expect(decoder.flush().isEmpty)
  }

  @Test(
    "the background is told as terminals tell it",
    arguments: [
      ("\u{1B}]11;rgb:1010/1515/1c1c\u{1B}\\", 0x10151C), ("\u{1B}]11;rgb:ffff/ffff/ffff\u{7}", 0xFFFFFF),
      ("\u{1B}]11;rgb:f/0/8\u{7}", 0xFF0088), ("\u{1B}]11;rgba:80/40/20/ff\u{7}", 0x804020),
      ("\u{1B}]11;rgb:1/2\u{7}", nil), ("\u{1B}]11;rgb:1/2/x\u{7}", nil), ("\u{1B}]11;rgb:1/2/+3\u{7}", nil),
      ("\u{1B}]10;rgb:1/2/3\u{7}", nil), ("\u{1B}]11;red\u{7}", nil), ("\u{1B}]11\u{7}", nil),
      ("\u{1B}P11;rgb:1/2/3\u{1B}\\", nil), ("\u{1B}]11;rgb:\(String(repeating: "1/", count: 99))\u{7}", nil),
    ] as [(String, UInt32?)])
  func background(input: String, expected: UInt32?) {
    #expect(events(input.utf8) == (expected.map { [.background(RGB(value: $0))] } ?? []))
  }

  @Test("light and dark are told as terminals tell them")
  func colorScheme() {
    #expect(events("\u{1B}[?997;1n\u{1B}[?997;2n".utf8) == [.colorScheme(isLight: false), .colorScheme(isLight: true)])
    #expect(events("\u{1B}[?997;3n\u{1B}[?997n\u{1B}[?996;1n".utf8) == [])
  }

  @Test("invalid UTF-8 is dropped and what follows is kept")
  func invalidUTF8() {
    let cases: [[UInt8]] = [
      [0xFF], [0x80], [0xC0, 0xAF], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80],
      [0xF0, 0x80, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x28],
    ]
    for bytes in cases {
      let text = bytes.contains(0x28) ? "(x" : "x"
      #expect(events(bytes + [0x78]) == text.map { .key(.character($0)) })
    }
  }

  @Test("the mouse is understood in the SGR coding and in the old one")
  func mouse() {
    func mouse(_ input: String) -> [TerminalEvent] { events(input.utf8) }
    let place = Position(x: 299, y: 4)
    #expect(mouse("\u{1B}[<0;300;5M") == [.mouse(Mouse(.press(.left), at: place))])
    #expect(mouse("\u{1B}[<2;300;5m") == [.mouse(Mouse(.release(.right), at: place))])
    #expect(mouse("\u{1B}[<32;300;5M") == [.mouse(Mouse(.drag(.left), at: place))])
    #expect(mouse("\u{1B}[<64;300;5M") == [.mouse(Mouse(.wheel(.up), at: place))])
    #expect(mouse("\u{1B}[<81;300;5M") == [.mouse(Mouse(.wheel(.down), at: place, modifiers: .control))])
    #expect(mouse("\u{1B}[M !!") == [.mouse(Mouse(.press(.left), at: Position(x: 0, y: 0)))])
    #expect(mouse("\u{1B}[M#!!") == [.mouse(Mouse(.release(.left), at: Position(x: 0, y: 0)))])
    for nonsense in [
      "\u{1B}[<35;1;1M", "\u{1B}[<0;0;1M", "\u{1B}[<0;1M", "\u{1B}[<;;M", "\u{1B}[<999;1;1M", "\u{1B}[<0;99999999;1M",
    ] {
      #expect(mouse(nonsense).isEmpty)
    }
  }

  @Test("focus is reported")
  func focus() {
    #expect(events("\u{1B}[I\u{1B}[O".utf8) == [.focusGained, .focusLost])
  }

  @Test("any bytes are survived, and a key after a pause is still that key")
  func fuzz() {
    var random = SeededGenerator(seed: 11)
    let pieces: [[UInt8]] = [
      "\u{1B}", "\u{1B}[", "\u{1B}[<", "\u{1B}O", "\u{1B}]", "\u{1B}[200~", "\u{1B}[201~", ";", "1", "M", "~", "u", "ö",
    ]
    .map { Array($0.utf8) }
    var decoder = InputDecoder()
    var count = 0
    for _ in 0..<30_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1..<12, using: &random) {
        if Bool.random(using: &random) {
          bytes += pieces.randomElement(using: &random) ?? []
        } else {
          bytes.append(.random(in: 0...255, using: &random))
        }
      }
      count += decoder.decode(bytes).count
      if Int.random(in: 0..<4, using: &random) == 0 {
        // The last pause is one in a paste, whose rest the first end mark ends.
        for _ in 0..<4 { _ = decoder.flush() }
        _ = decoder.decode("\u{1B}[201~".utf8)
        #expect(decoder.decode("j".utf8) == [.key(.character("j"))])
      }
    }
    #expect(count > 10_000)
  }
}

extension InputDecoder {
  fileprivate mutating func decode(_ bytes: some Sequence<UInt8>) -> [TerminalEvent] { decode(Array(bytes)) }
}
