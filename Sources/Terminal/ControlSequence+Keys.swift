extension ControlSequence {
  /// The key of `ESC [ … final`; nil for none, for its release, and for one pressed with a modifier unknown here.
  var key: Key? {
    // The kitty protocol reports a key's release when asked to.
    guard field(1, part: 1) != 3 else { return nil }
    switch (prefix, final) {
    case (nil, 0x75): return field(0).flatMap { key(scalar: $0) }
    case (nil, 0x7E) where field(0) == 27: return field(2).flatMap { key(scalar: $0) }
    case (_, 0x7E): return key(field(0).flatMap(Self.code(number:)), field(1))
    case (nil, 0x40), (nil, 0x5E), (nil, 0x24):
      guard fields.count == 1, let code = field(0).flatMap(Self.code(number:)) else { return nil }
      return Key(code, final == 0x24 ? .shift : final == 0x5E ? .control : [.control, .shift])
    case (nil, 0x5A): return key(.backtab, field(1))
    case (nil, 0x61...0x64) where fields == [[nil]]: return Self.arrow(final).map { Key($0, .shift) }
    default: return key(Self.code(letter: final), letterModifiers)
    }
  }

  /// The key of `ESC O final`, which some terminals put parameters into as well.
  var singleShiftKey: Key? {
    switch final {
    case 0x61...0x64: Self.arrow(final).map { Key($0, .control) }
    default: key(Self.singleShiftCode(final), letterModifiers)
    }
  }

  private func key(_ code: Key.Code?, _ modifiers: Int?) -> Key? {
    guard let code, let modifiers = Self.modifiers(modifiers) else { return nil }
    return Key(code, modifiers)
  }

  // MARK: - Modifiers

  /// Of a key that is told by a letter. Its parameters are `1 ; modifiers`, or the modifiers alone; anything else
  /// is no key, such as the cursor report `row ; column R`. -1 for none that can be read.
  private var letterModifiers: Int? {
    guard fields.count > 1 else { return field(0) }
    return (0...1).contains(field(0) ?? 1) ? field(1) : -1
  }

  /// A modifier parameter is one more than its bits. Locks make no other key of one; the super and hyper keys do, and
  /// no command is bound to those: nil, as for what makes no sense.
  private static func modifiers(_ parameter: Int?) -> Key.Modifiers? {
    let bits = max((parameter ?? 1) - 1, 0)
    guard (0...256).contains(parameter ?? 1), bits & 0b1_1000 == 0 else { return nil }
    let modifiers = Key.Modifiers(rawValue: UInt8(bits & 0b111))
    return bits & 0b10_0000 == 0 ? modifiers : modifiers.union(.alt)  // meta
  }

  // MARK: - Keys told by the number of a character

  /// `CSI scalar : shifted ; modifiers ; text u`, and xterm's `CSI 27 ; modifiers ; scalar ~`.
  private func key(scalar value: Int) -> Key? {
    guard let modifiers = Self.modifiers(field(1)) else { return nil }
    if final == 0x75, modifiers.isSubset(of: .shift) {
      // What the key types is told better than by its own number.
      let shifted = modifiers == .shift ? field(0, part: 1).flatMap(Self.character) : nil
      if let typed = text ?? shifted { return .character(typed) }
    }
    return Self.code(scalar: value).map { Key($0, modifiers) }
  }

  private var text: Character? {
    guard fields.count > 2 else { return nil }
    let text = String(fields[2].compactMap { $0.flatMap(Self.character) })
    return text.count == 1 ? text.first : nil
  }

  private static func code(scalar value: Int) -> Key.Code? {
    switch value {
    case 9: .tab
    case 13: .enter
    case 27: .escape
    case 8, 127: .backspace
    case 0xE000...0xF8FF: code(kitty: value)
    default: character(value).map { .character($0) }
    }
  }

  private static func character(_ value: Int) -> Character? {
    guard value >= 0x20, !(0x7F...0x9F).contains(value), let scalar = Unicode.Scalar(UInt32(value)) else { return nil }
    return Character(scalar)
  }

  /// Keys without a character in the kitty protocol: F13 and on, and the number pad. Locks, modifiers and media keys
  /// stand for nothing.
  private static func code(kitty value: Int) -> Key.Code? {
    let pad: [Key.Code] = [
      .character("."), .character("/"), .character("*"), .character("-"), .character("+"), .enter, .character("="),
      .character(","), .left, .right, .up, .down, .pageUp, .pageDown, .home, .end, .insert, .delete,
    ]
    return switch value {
    case 57376...57398: .function(value - 57363)
    case 57399...57408: character(value - 57399 + 0x30).map { .character($0) }
    case 57409...57426: pad[value - 57409]
    default: nil
    }
  }

  // MARK: - Keys told by a letter or a number

  private static func code(letter: UInt8) -> Key.Code? {
    switch letter {
    case 0x41...0x44: arrow(letter)
    case 0x46: .end
    case 0x48: .home
    case 0x50...0x53: .function(Int(letter) - 0x4F)
    default: nil
    }
  }

  /// Lower case is rxvt's: with shift after `ESC [`, with control after `ESC O`.
  private static func arrow(_ letter: UInt8) -> Key.Code? {
    switch letter | 0x20 {
    case 0x61: .up
    case 0x62: .down
    case 0x63: .right
    case 0x64: .left
    default: nil
    }
  }

  /// The key of `ESC O letter`.
  static func singleShiftCode(_ letter: UInt8) -> Key.Code? {
    switch letter {
    case 0x4D: .enter  // the number pad in application mode
    case 0x54...0x5B: .function(Int(letter) - 0x4F)  // F5 to F12, of PuTTY as a VT100
    case 0x61...0x64: arrow(letter)
    case 0x6A...0x79: .character(Character(Unicode.Scalar(letter - 0x40)))
    default: code(letter: letter)
    }
  }

  /// Whether `$` ends these parameters: rxvt's way to say shift, and elsewhere an intermediate of a terminal's answer.
  static func isShifted(_ parameters: [UInt8]) -> Bool {
    (1...2).contains(parameters.count) && parameters.allSatisfy { (0x30...0x39).contains($0) }
      && code(number: parameters.reduce(0) { $0 * 10 + Int($1) - 0x30 }) != nil
  }

  private static func code(number: Int) -> Key.Code? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }
}
