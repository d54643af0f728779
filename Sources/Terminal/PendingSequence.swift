/// A sequence while it arrives, and what becomes of it when it stops halfway.
///
/// After a pause, what came of it is given as the keys it may have been. What comes shortly after that is still its
/// rest, and tells what the sequence says, but types nothing.
struct PendingSequence: Sendable {
  private var sequence: EscapeSequence
  /// Whether a second ESC came before it, which makes it a key with Alt.
  private var hasAlt: Bool
  /// Whether its beginning was given as keys.
  private var isGiven: Bool
  /// Whether there was a pause after its last byte.
  private var isQuiet = false
  private(set) var isOver = false

  init(_ sequence: EscapeSequence, hasAlt: Bool = false, isGiven: Bool = false) {
    self.sequence = sequence
    self.hasAlt = hasAlt
    self.isGiven = isGiven
  }

  /// In milliseconds. The text after Alt and a letter may also be typed: as a string's rest it comes at once.
  var patience: Int {
    if isQuiet { 1000 } else if isGuess { 50 } else { 250 }
  }

  private var isGuess: Bool { isGiven && !sequence.canBeKey && !sequence.isBare }

  mutating func take(_ byte: UInt8) -> EscapeSequence.Step {
    isQuiet = false
    return sequence.take(byte)
  }

  /// What it is given as when nothing more came for a while.
  mutating func giveKeys() -> [Key] {
    isOver = isQuiet || isGuess
    isQuiet = true
    guard !isGiven, sequence.isBare else { return [] }
    isGiven = true
    let key = Key.character(Character(Unicode.Scalar(sequence.introducer)), .alt)
    guard hasAlt else { return [key] }
    hasAlt = false
    return [Key(.escape), key]
  }

  /// What the terminal tells by it, now that it is complete.
  func events(of meaning: ControlSequence.Meaning) -> [TerminalEvent] {
    switch meaning {
    case .event(.key(let key)):
      if isGiven, key.typed != nil { return [] }
      return [.key(hasAlt ? Key(key.code, key.modifiers.union(.alt)) : key)]
    // An ESC before what isn't a key was the key.
    case .event(let event): return escape + [event]
    case .pasteStart: return escape
    }
  }

  private var escape: [TerminalEvent] { hasAlt ? [.key(Key(.escape))] : [] }
}
