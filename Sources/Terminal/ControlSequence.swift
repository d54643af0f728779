/// A complete `ESC [ … final` and what it says.
struct ControlSequence {
  enum Meaning {
    case event(TerminalEvent)
    case pasteStart
  }

  private let prefix: UInt8?
  /// Each parameter with its sub-parameters.
  private let fields: [[Int?]]
  private let isPlain: Bool
  private let final: UInt8

  init(parameters: [UInt8], final: UInt8) {
    var rest = parameters[...]
    if let first = rest.first, (0x3C...0x3F).contains(first) {
      prefix = rest.removeFirst()
    } else {
      prefix = nil
    }
    isPlain = rest.allSatisfy { (0x30...0x3B).contains($0) }
    fields = rest.split(separator: 0x3B, omittingEmptySubsequences: false).map { field in
      field.split(separator: 0x3A, omittingEmptySubsequences: false).map(Self.number)
    }
    self.final = final
  }

  /// Nil where the parameter was left out, -1 for one too large to mean anything.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty else { return nil }
    guard digits.count <= 7 else { return -1 }
    return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  private func field(_ index: Int) -> Int? {
    index < fields.count ? fields[index].first ?? nil : nil
  }

  var meaning: Meaning? {
    guard isPlain else { return nil }
    if prefix == 0x3C { return mouse.map { .event(.mouse($0)) } }
    if prefix == 0x3F, final == 0x6E, field(0) == 997 { return isLightScheme.map { .event(.colorScheme(isLight: $0)) } }
    guard prefix == nil else { return nil }
    switch final {
    case 0x49: return .event(.focusGained)
    case 0x4F: return .event(.focusLost)
    case 0x7E where field(0) == 200: return .pasteStart
    default: return key.map { .event(.key($0)) }
    }
  }

  /// `CSI ? 997 ; n n`: the user has turned the desktop dark (1) or light (2).
  private var isLightScheme: Bool? {
    switch field(1) {
    case 1: false
    case 2: true
    default: nil
    }
  }

  // MARK: - Keys

  private var key: Key? {
    guard !isRelease else { return nil }
    switch final {
    case 0x5A: return Key(.backtab, modifiers)
    case 0x75: return field(0).flatMap { Self.key(unicode: $0, modifiers) }
    case 0x7E where field(0) == 27: return field(2).flatMap { Self.key(unicode: $0, modifiers) }
    case 0x7E: return field(0).flatMap(Self.code(tilde:)).map { Key($0, modifiers) }
    default:
      // `CSI row ; column R` would be a cursor report, not F3.
      guard field(0) ?? 1 == 1 else { return nil }
      return Self.code(letter: final).map { Key($0, modifiers) }
    }
  }

  private var modifiers: Key.Modifiers {
    let bits = max(0, (field(1) ?? 1) - 1)
    var modifiers = Key.Modifiers(rawValue: UInt8(bits & 7))
    if bits & 32 != 0 { modifiers.insert(.alt) }  // meta
    return modifiers
  }

  /// The kitty protocol reports a key's release when asked to.
  private var isRelease: Bool {
    fields.count > 1 && fields[1].count > 1 && fields[1][1] == 3
  }

  private static func key(unicode value: Int, _ modifiers: Key.Modifiers) -> Key? {
    switch value {
    case 9: return Key(.tab, modifiers)
    case 13: return Key(.enter, modifiers)
    case 27: return Key(.escape, modifiers)
    case 8, 127: return Key(.backspace, modifiers)
    case 0xE000...0xF8FF: return nil  // keys without a character: caps lock, media keys
    default:
      guard value >= 0x20, !(0x80...0x9F).contains(value), let scalar = Unicode.Scalar(UInt32(value)) else {
        return nil
      }
      return Key(.character(Character(scalar)), modifiers)
    }
  }

  private static func code(letter: UInt8) -> Key.Code? {
    switch letter {
    case 0x41: .up
    case 0x42: .down
    case 0x43: .right
    case 0x44: .left
    case 0x46: .end
    case 0x48: .home
    case 0x50...0x53: .function(Int(letter) - 0x4F)
    default: nil
    }
  }

  /// The key of `ESC O letter`.
  static func singleShiftCode(_ letter: UInt8) -> Key.Code? {
    switch letter {
    case 0x4D: .enter  // the number pad in application mode
    case 0x6A...0x79: .character(Character(Unicode.Scalar(letter - 0x40)))
    default: code(letter: letter)
    }
  }

  private static func code(tilde number: Int) -> Key.Code? {
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

  // MARK: - Mouse

  private var mouse: Mouse? {
    guard final == 0x4D || final == 0x6D, let bits = field(0), let x = field(1), let y = field(2) else { return nil }
    return Self.mouse(bits: bits, x: x, y: y, isRelease: final == 0x6D)
  }

  /// A report in the coding from before SGR: three bytes, each 32 too large.
  static func oldMouse(_ bytes: [UInt8]) -> Mouse? {
    let values = bytes.map { Int($0) - 32 }
    guard values.count == 3 else { return nil }
    let isRelease = values[0] & 0x43 == 3
    // Which button was let go is not told.
    return mouse(bits: isRelease ? values[0] & ~3 : values[0], x: values[1], y: values[2], isRelease: isRelease)
  }

  private static func mouse(bits: Int, x: Int, y: Int, isRelease: Bool) -> Mouse? {
    guard (1...0xFFFF).contains(x), (1...0xFFFF).contains(y), (0..<128).contains(bits) else { return nil }
    var modifiers: Key.Modifiers = []
    if bits & 4 != 0 { modifiers.insert(.shift) }
    if bits & 8 != 0 { modifiers.insert(.alt) }
    if bits & 16 != 0 { modifiers.insert(.control) }
    let action: Mouse.Action
    if bits & 64 != 0 {
      let directions: [Mouse.Direction] = [.up, .down, .left, .right]
      action = .wheel(directions[bits & 3])
    } else {
      let buttons: [Mouse.Button] = [.left, .middle, .right]
      guard bits & 3 < 3 else { return nil }  // motion without a button
      let button = buttons[bits & 3]
      action = isRelease ? .release(button) : bits & 32 != 0 ? .drag(button) : .press(button)
    }
    return Mouse(action, at: Position(x: x - 1, y: y - 1), modifiers: modifiers)
  }
}
