/// What comes after ESC, byte by byte: a control sequence, a single shift, or a string. It ends by itself.
struct EscapeSequence: Sendable {
  enum Step {
    case goesOn
    /// Complete; nil where it says nothing that matters here.
    case ended(ControlSequence.Meaning?)
    /// The byte is no part of it.
    case broken
    /// An ESC before the byte is no part of it.
    case brokenByEscape
  }

  /// Longer than any sequence with a meaning; what is longer is read over to its end.
  private static let longest = 64

  let introducer: UInt8
  /// Kept one too long on purpose: that marks it as without a meaning.
  private var bytes: [UInt8] = []
  /// Whether an ESC came that may end a string.
  private var isEscaped = false

  /// Nil for a byte that ESC makes an Alt key of.
  init?(introducer: UInt8) {
    guard [0x5B, 0x4F, 0x50, 0x58, 0x5D, 0x5E, 0x5F].contains(introducer) else { return nil }
    self.introducer = introducer
  }

  /// Whether nothing but its introducer has come, which is also an Alt key.
  var isBare: Bool { bytes.isEmpty && !isEscaped }

  /// Whether it can be a key; all others are what terminals say of themselves.
  var canBeKey: Bool { introducer == 0x5B || introducer == 0x4F }

  mutating func take(_ byte: UInt8) -> Step {
    switch introducer {
    case 0x5B: takeControl(byte)
    case 0x4F: takeSingleShift(byte)
    default: takeString(byte)
    }
  }

  /// After `ESC [`: parameters and intermediates up to the final byte. Two begin otherwise: an old mouse report,
  /// `ESC [ M` and three bytes more, and the Linux console's F1 to F5, `ESC [ [ A` and on.
  private mutating func takeControl(_ byte: UInt8) -> Step {
    switch (bytes.first, byte) {
    case (_, ..<0x20): return .broken
    case (0x4D, _):
      bytes.append(byte)
      return bytes.count < 4 ? .goesOn : .ended(ControlSequence.oldMouse(bytes[1...]).map { .event(.mouse($0)) })
    case (_, 0x7F...): return .broken
    case (0x5B, _): return .ended((0x41...0x45).contains(byte) ? .key(Key(.function(Int(byte) - 0x40))) : nil)
    case (nil, 0x4D), (nil, 0x5B): return keep(byte)
    case (_, 0x24) where ControlSequence.isShifted(bytes): return .ended(meaning(final: byte))
    case (_, ..<0x40): return keep(byte)
    default: return .ended(meaning(final: byte))
    }
  }

  private func meaning(final: UInt8) -> ControlSequence.Meaning? {
    bytes.count > Self.longest ? nil : ControlSequence(parameters: bytes, final: final).meaning
  }

  /// After `ESC O`: one letter, of some terminals with parameters before it.
  private mutating func takeSingleShift(_ byte: UInt8) -> Step {
    switch byte {
    case 0x30...0x3B: return keep(byte)
    case 0x20...0x7E:
      guard bytes.count <= Self.longest else { return .ended(nil) }
      return .ended(ControlSequence(parameters: bytes, final: byte).singleShiftKey.map { .key($0) })
    default: return .broken
    }
  }

  /// A terminal's answer (DCS, OSC, …) up to BEL or ST.
  private mutating func takeString(_ byte: UInt8) -> Step {
    switch byte {
    case 0x5C where isEscaped, 0x07:
      let background = introducer == 0x5D ? OperatingSystemCommand(bytes)?.background : nil
      return .ended(background.map { .event(.background($0)) })
    case _ where isEscaped: return .brokenByEscape
    case 0x1B:
      isEscaped = true
      return .goesOn
    case ..<0x20: return .broken
    default: return keep(byte)
    }
  }

  private mutating func keep(_ byte: UInt8) -> Step {
    if bytes.count <= Self.longest { bytes.append(byte) }
    return .goesOn
  }

  /// Whether two characters that come together, a while after an ESC, are the rest of a sequence rather than keys.
  static func isRest(_ introducer: UInt8, _ next: UInt8) -> Bool {
    let isDigit = (0x30...0x39).contains(next)
    return switch introducer {
    case 0x5B, 0x4F: (0x20...0x7E).contains(next)
    case 0x5D: isDigit
    case 0x50: isDigit || [0x21, 0x24, 0x2B, 0x3E].contains(next)
    case 0x5F: next == 0x47
    default: false
    }
  }
}
