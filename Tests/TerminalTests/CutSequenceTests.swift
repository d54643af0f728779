import Terminal
import TestRandomness
import Testing

/// Sequences that are cut, by a slow line or in their middle: nothing of them is ever typed.
@Suite struct CutSequenceTests {
  private func keys(_ events: [TerminalEvent]) -> String {
    events.map { if case .key(let key) = $0 { key.description } else { "\($0)" } }.joined(separator: " ")
  }

  private func typed(_ events: [TerminalEvent]) -> String {
    String(events.compactMap { if case .key(let key) = $0 { key.typed } else { nil } })
  }

  /// What comes of pieces with a pause after each.
  private func events(_ pieces: [some Sequence<UInt8>]) -> [TerminalEvent] {
    var decoder = InputDecoder()
    return pieces.flatMap { decoder.decode(Array($0)) + decoder.flush() }
  }

  @Test("the keys of every well-known terminal are read, with Alt before them, too")
  func known() {
    #expect(TerminfoKeys.all.count > 400)
    for (sequence, name) in TerminfoKeys.all {
      var decoder = InputDecoder()
      #expect(
        keys(decoder.decode(Array(sequence.utf8))) == name && decoder.patience == nil, "\(sequence.debugDescription)")
      guard let key = Key(name), !sequence.hasPrefix("\u{1B}\u{1B}") else { continue }
      let withAlt = Key(key.code, key.modifiers.union(.alt))
      #expect(
        keys(decoder.decode(Array("\u{1B}\(sequence)".utf8))) == withAlt.description, "\(sequence.debugDescription)")
    }
  }

  @Test("a key cut anywhere is the same key, and none of it is typed after a pause")
  func cut() {
    for (sequence, name) in TerminfoKeys.all {
      let bytes = Array(sequence.utf8)
      for cut in 1..<bytes.count {
        var decoder = InputDecoder()
        #expect(keys(decoder.decode(Array(bytes[..<cut])) + decoder.decode(Array(bytes[cut...]))) == name)
        let late = events([bytes[..<cut], bytes[cut...]])
        #expect(typed(late) == "", "\(sequence.debugDescription) cut at \(cut): \(keys(late))")
        // The rest of it still is the key, unless that is one that types.
        if Key(name)?.typed == nil, !sequence.hasPrefix("\u{1B}\u{1B}") { #expect(keys(late).hasSuffix(name)) }
      }
      // A pause after every byte but the ESC.
      let beginning = bytes.prefix { $0 == 0x1B }.count + 1
      #expect(typed(events([bytes[..<beginning]] + bytes[beginning...].map { [$0] })) == "")
    }
  }

  @Test(
    "the rest of what was cut is awaited for a moment, then keys are keys again",
    arguments: [
      "\u{1B}", "\u{1B}[", "\u{1B}[1;", "\u{1B}O", "\u{1B}]11;rgb:", "\u{1B}P", "\u{1B}\u{1B}[", "\u{1B}[M ", "ö",
    ])
  func awaited(beginning: String) {
    var decoder = InputDecoder()
    _ = decoder.decode(Array(beginning.utf8))
    var waited = 0
    while let patience = decoder.patience {
      waited += patience
      _ = decoder.flush()
    }
    #expect(waited <= 1250)
    #expect(keys(decoder.decode(Array("[Ad".utf8))) == "[ A d")
  }

  @Test("a key after Esc or an Alt key is that key, except where it goes on what may be a sequence")
  func keysAfterwards() {
    #expect(keys(events(["\u{1B}", "d", "["].map(\.utf8))) == "Esc d [")
    #expect(keys(events(["\u{1B}", "[", "j"].map(\.utf8))) == "Esc [ j")
    #expect(keys(events(["\u{1B}", "P", "]x", "O"].map(\.utf8))) == "Esc P ] x O")
    #expect(keys(events(["\u{1B}", "]x", "Paris"].map(\.utf8))) == "Esc ] x P a r i s")
    #expect(keys(events(["\u{1B}x", "j", "\u{1B}O", "\r"].map(\.utf8))) == "<A-x> j <A-O> Enter")
    // Typed text comes one by one, a terminal's answer at once.
    #expect(keys(events(["\u{1B}P", "a", "b", "c"].map(\.utf8))) == "<A-P> b c")
    #expect(
      keys(events(["\u{1B}]", "11;rgb:10/10/10\u{7}", "c"].map(\.utf8))).hasSuffix(
        "background(Terminal.RGB(red: 16, green: 16, blue: 16)) c"))
  }

  @Test("whatever sequence it is, whole or cut by a pause, it types nothing")
  func random() {
    var random = SeededGenerator(seed: 18)
    func bytes(_ range: ClosedRange<UInt8>, _ count: Range<Int>) -> [UInt8] {
      (0..<Int.random(in: count, using: &random)).map { _ in .random(in: range, using: &random) }
    }
    for _ in 0..<20_000 {
      var input: [UInt8] = [0x1B]
      if Bool.random(using: &random) { input.append(0x1B) }
      let beginning = input.count + 1
      switch Int.random(in: 0..<4, using: &random) {
      // `CSI … u` and `SS3 p` may be keys that type; `CSI … $` is rxvt's.
      case 0: input += [0x5B] + bytes(0x30...0x3F, 0..<12) + bytes(0x25...0x2F, 0..<2) + bytes(0x40...0x74, 1..<2)
      case 1: input += [0x4F] + bytes(0x30...0x3B, 0..<12) + bytes(0x40...0x69, 1..<2)
      case 2: input += [0x5D] + bytes(0x30...0x39, 1..<3) + bytes(0x20...0x7E, 0..<90) + [0x1B, 0x5C]
      default:
        input += [[0x50, 0x58, 0x5E, 0x5F].randomElement(using: &random) ?? 0x50] + bytes(0x20...0x7E, 1..<90) + [0x07]
      }
      let isString = input[beginning - 1] > 0x4F && input[beginning - 1] != 0x5B
      let cut = Int.random(in: (isString ? beginning : 1)..<input.count, using: &random)
      for events in [events([input]), events([input[..<cut], input[cut...]])] {
        #expect(typed(events) == "", "\(String(decoding: input, as: UTF8.self).debugDescription) cut at \(cut)")
      }
      var decoder = InputDecoder()
      let pieces = decoder.decode(Array(input[..<cut])) + decoder.decode(Array(input[cut...])) + decoder.flush()
      #expect(pieces == events([input]))
    }
  }
}
