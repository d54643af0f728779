/// Turns the bytes a terminal sends into events. Pure: no clock, no reading; any bytes whatever are survived.
///
/// Some input is ambiguous until more arrives or does not: a lone ESC is the key or the start of a sequence.
/// When `patience` is over without a byte, the caller says `flush()`.
public struct InputDecoder: Sendable {
  /// What has been read of something unfinished.
  private enum State {
    case ground
    case escape
    /// After `ESC [`: parameters and intermediates so far.
    case controlSequence([UInt8])
    /// After `ESC [ [`, the Linux console's F1 to F5.
    case consoleFunction
    /// After `ESC O`.
    case singleShift
    /// After `ESC [ M`: up to three bytes of an old mouse report.
    case oldMouse([UInt8])
    /// A terminal's answer (DCS, OSC, …) until it ends.
    case string(introducer: UInt8, [UInt8], escaped: Bool)
    case paste(PasteBuffer)
    case utf8(UTF8Sequence)
  }

  /// Longer than any sequence with a meaning; what is longer is read over to its end.
  private static let longestSequence = 64

  private var state = State.ground
  private var events: [TerminalEvent] = []

  public init() {}

  /// Whether input is held back because it may go on.
  public var isAwaitingMore: Bool {
    if case .ground = state { false } else { true }
  }

  /// How many milliseconds to wait for more before `flush()`; nil when nothing is held back.
  ///
  /// Short after a lone ESC, which is most likely the key; longer where the rest is surely on its way.
  public var patience: Int? {
    switch state {
    case .ground: nil
    case .escape: 25
    case .paste: 1000
    default: 250
    }
  }

  /// Takes bytes as they came, cut anywhere, and gives the events that are complete.
  public mutating func decode(_ bytes: [UInt8]) -> [TerminalEvent] {
    for byte in bytes { take(byte) }
    return drain()
  }

  /// Settles what is held back with what is known: nothing more came.
  public mutating func flush() -> [TerminalEvent] {
    let unfinished = state
    state = .ground
    switch unfinished {
    case .escape: emit(Key(.escape))
    case .singleShift: emit(.character("O", .alt))
    case .controlSequence(let bytes) where bytes.isEmpty: emit(.character("[", .alt))
    case .string(let introducer, [], false): emit(.character(Character(Unicode.Scalar(introducer)), .alt))
    case .paste(let buffer): events.append(.paste(buffer.text))
    default: break
    }
    return drain()
  }

  private mutating func drain() -> [TerminalEvent] {
    var drained: [TerminalEvent] = []
    swap(&drained, &events)
    return drained
  }

  private mutating func emit(_ key: Key) {
    events.append(.key(key))
  }

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .ground: ground(byte, modifiers: [])
    case .escape: escape(byte)
    case .controlSequence(var bytes):
      state = .ground  // so that `bytes` is the only reference
      controlSequence(byte, after: &bytes)
    case .consoleFunction:
      state = .ground
      if (0x41...0x45).contains(byte) { emit(Key(.function(Int(byte) - 0x40))) } else { take(byte) }
    case .singleShift: singleShift(byte)
    case .oldMouse(var bytes):
      bytes.append(byte)
      state = bytes.count < 3 ? .oldMouse(bytes) : .ground
      if bytes.count == 3, let mouse = ControlSequence.oldMouse(bytes) { events.append(.mouse(mouse)) }
    case .string(let introducer, var bytes, let escaped):
      state = .ground  // so that `bytes` is the only reference
      string(byte, introducer: introducer, after: &bytes, escaped: escaped)
    case .paste(var buffer):
      state = .ground  // so that the buffer is the only reference
      if buffer.take(byte) { events.append(.paste(buffer.text)) } else { state = .paste(buffer) }
    case .utf8(var sequence): utf8(byte, after: &sequence)
    }
  }

  private mutating func ground(_ byte: UInt8, modifiers: Key.Modifiers) {
    state = .ground
    switch byte {
    case 0x00: emit(.character(" ", modifiers.union(.control)))
    case 0x08, 0x7F: emit(Key(.backspace, modifiers))
    case 0x09: emit(Key(.tab, modifiers))
    case 0x0A, 0x0D: emit(Key(.enter, modifiers))
    case 0x1B: state = .escape
    case 0x01...0x1F:
      let base: UInt8 = byte < 0x1B ? 0x60 : 0x40
      emit(.character(Character(Unicode.Scalar(base + byte)), modifiers.union(.control)))
    case 0x20...0x7E: emit(.character(Character(Unicode.Scalar(byte)), modifiers))
    default:
      if let sequence = UTF8Sequence(lead: byte, modifiers: modifiers) { state = .utf8(sequence) }
    }
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x1B: emit(Key(.escape))
    case 0x5B: state = .controlSequence([])
    case 0x4F: state = .singleShift
    case 0x50, 0x58, 0x5D, 0x5E, 0x5F: state = .string(introducer: byte, [], escaped: false)
    default: ground(byte, modifiers: .alt)
    }
  }

  private mutating func controlSequence(_ byte: UInt8, after bytes: inout [UInt8]) {
    switch byte {
    case 0x5B where bytes.isEmpty: state = .consoleFunction
    case 0x4D where bytes.isEmpty: state = .oldMouse([])
    case 0x20...0x3F:
      // Kept one too long on purpose: that marks it as without a meaning.
      if bytes.count <= Self.longestSequence { bytes.append(byte) }
      state = .controlSequence(bytes)
    case 0x40...0x7E:
      guard bytes.count <= Self.longestSequence else { return }
      switch ControlSequence(parameters: bytes, final: byte).meaning {
      case .event(let event): events.append(event)
      case .pasteStart: state = .paste(PasteBuffer())
      case nil: break
      }
    default: ground(byte, modifiers: [])
    }
  }

  private mutating func singleShift(_ byte: UInt8) {
    state = .ground
    if let code = ControlSequence.singleShiftCode(byte) { emit(Key(code)) } else if byte < 0x20 { take(byte) }
  }

  private mutating func string(_ byte: UInt8, introducer: UInt8, after bytes: inout [UInt8], escaped: Bool) {
    switch byte {
    case 0x5C where escaped, 0x07:
      state = .ground
      if introducer == 0x5D, let color = OperatingSystemCommand(bytes)?.background { events.append(.background(color)) }
    case 0x1B where !escaped: state = .string(introducer: introducer, bytes, escaped: true)
    default:
      if escaped {
        state = .escape
        take(byte)
      } else if byte < 0x20 {
        ground(byte, modifiers: [])
      } else {
        // Kept one too long on purpose: that marks it as without a meaning.
        if bytes.count <= Self.longestSequence { bytes.append(byte) }
        state = .string(introducer: introducer, bytes, escaped: false)
      }
    }
  }

  private mutating func utf8(_ byte: UInt8, after sequence: inout UTF8Sequence) {
    guard sequence.append(byte) else {
      state = .ground
      return take(byte)
    }
    state = sequence.isComplete ? .ground : .utf8(sequence)
    // C1 controls are no text.
    if let scalar = sequence.scalar, scalar.value >= 0xA0 {
      emit(.character(Character(scalar), sequence.modifiers))
    }
  }
}
