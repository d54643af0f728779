/// Turns the bytes a terminal sends into events. Pure: no clock, no reading; any bytes whatever are survived.
///
/// Some input is ambiguous until more arrives or does not: a lone ESC is the key or the start of a sequence.
/// When `patience` is over without a byte, the caller says `flush()`. A sequence or paste that was cut by such a
/// pause is not over: what still comes of it is never taken for keys.
public struct InputDecoder: Sendable {
  /// What has been read of something unfinished.
  private enum State {
    case ground
    /// After one ESC, or two: keys, or the start of a sequence, with Alt if there are two.
    case escape(isDouble: Bool)
    /// After an ESC that was given as the key.
    case escaped
    /// A character after such an ESC that may introduce the rest of a sequence.
    case introducer(UInt8)
    case sequence(PendingSequence)
    case paste(PasteBuffer)
    case utf8(UTF8Sequence)
  }

  private var state = State.ground
  private var events: [TerminalEvent] = []

  public init() {}

  /// Whether a paste has begun and not ended.
  public var isPasting: Bool {
    if case .paste(let paste) = state { !paste.isRest } else { false }
  }

  /// How many milliseconds to wait for more before `flush()`; nil when nothing depends on it.
  ///
  /// Short after a lone ESC, which is most likely the key; longer where the rest is surely on its way.
  public var patience: Int? {
    switch state {
    case .ground: nil
    case .escape: 25
    case .escaped: 1000
    case .introducer: 50
    case .sequence(let sequence): sequence.patience
    case .paste(let paste): paste.patience
    case .utf8: 250
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
    case .ground, .escaped, .utf8: break
    case .escape(let isDouble):
      if isDouble { emit(Key(.escape)) }
      emit(Key(.escape))
      state = .escaped
    case .introducer(let byte): ground(byte)
    case .sequence(var sequence):
      for key in sequence.giveKeys() { emit(key) }
      if !sequence.isOver { state = .sequence(sequence) }
    case .paste(var paste):
      emit(paste.handOver())
      if !paste.isOver { state = .paste(paste) }
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

  private mutating func emit(_ pasted: String?) {
    if let pasted { events.append(.paste(pasted)) }
  }

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .ground: ground(byte)
    case .escape(let isDouble): escape(byte, isDouble: isDouble)
    case .escaped:
      if EscapeSequence(introducer: byte) == nil { ground(byte) } else { state = .introducer(byte) }
    case .introducer(let introducer): rest(introducer, byte)
    case .sequence(var sequence):
      state = .ground  // so that its bytes are referred to once
      take(byte, of: &sequence)
    case .paste(var paste):
      state = .ground  // likewise
      if paste.take(byte) { emit(paste.end()) } else { state = .paste(paste) }
    case .utf8(var sequence): utf8(byte, after: &sequence)
    }
  }

  private mutating func ground(_ byte: UInt8, modifiers: Key.Modifiers = []) {
    state = .ground
    switch byte {
    case 0x00: emit(.character(" ", modifiers.union(.control)))
    case 0x08, 0x7F: emit(Key(.backspace, modifiers))
    case 0x09: emit(Key(.tab, modifiers))
    case 0x0A, 0x0D: emit(Key(.enter, modifiers))
    case 0x1B: state = .escape(isDouble: false)
    case 0x01...0x1F:
      let base: UInt8 = byte < 0x1B ? 0x60 : 0x40
      emit(.character(Character(Unicode.Scalar(base + byte)), modifiers.union(.control)))
    case 0x20...0x7E: emit(.character(Character(Unicode.Scalar(byte)), modifiers))
    default:
      if let sequence = UTF8Sequence(lead: byte, modifiers: modifiers) { state = .utf8(sequence) }
    }
  }

  private mutating func escape(_ byte: UInt8, isDouble: Bool) {
    let sequence = EscapeSequence(introducer: byte)
    let hasAlt = isDouble && sequence?.canBeKey == true
    if isDouble, !hasAlt { emit(Key(.escape)) }
    if let sequence {
      state = .sequence(PendingSequence(sequence, hasAlt: hasAlt))
    } else if byte == 0x1B {
      state = .escape(isDouble: true)
    } else if byte == 0x09 {
      state = .ground
      emit(Key(.backtab))  // the Linux console's
    } else {
      ground(byte, modifiers: .alt)
    }
  }

  /// The byte after a character that may introduce the rest of a sequence whose ESC was given as the key.
  private mutating func rest(_ introducer: UInt8, _ byte: UInt8) {
    if EscapeSequence.isRest(introducer, byte), let sequence = EscapeSequence(introducer: introducer) {
      state = .sequence(PendingSequence(sequence, isGiven: true))
    } else {
      ground(introducer)
    }
    take(byte)
  }

  private mutating func take(_ byte: UInt8, of sequence: inout PendingSequence) {
    switch sequence.take(byte) {
    case .goesOn: state = .sequence(sequence)
    case .ended(let meaning):
      guard let meaning else { return }
      events += sequence.events(of: meaning)
      if case .pasteStart = meaning { state = .paste(PasteBuffer()) }
    case .broken: ground(byte)
    case .brokenByEscape: escape(byte, isDouble: false)
    }
  }

  private mutating func utf8(_ byte: UInt8, after sequence: inout UTF8Sequence) {
    guard sequence.append(byte) else { return ground(byte) }
    state = sequence.isComplete ? .ground : .utf8(sequence)
    // C1 controls are no text.
    if let scalar = sequence.scalar, scalar.value >= 0xA0 {
      emit(.character(Character(scalar), sequence.modifiers))
    }
  }
}
