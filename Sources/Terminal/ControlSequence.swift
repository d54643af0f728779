/// A complete `ESC [ … final`, or `ESC O … final`, and what it says.
struct ControlSequence {
  enum Meaning {
    case event(TerminalEvent)
    case pasteStart

    static func key(_ key: Key) -> Meaning { .event(.key(key)) }
  }

  let prefix: UInt8?
  let final: UInt8
  /// Each parameter with its sub-parameters.
  let fields: [[Int?]]
  private let isPlain: Bool

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

  func field(_ index: Int, part: Int = 0) -> Int? {
    index < fields.count && part < fields[index].count ? fields[index][part] : nil
  }

  var meaning: Meaning? {
    guard isPlain else { return nil }
    switch (prefix, final) {
    case (0x3C, _): return mouse.map { .event(.mouse($0)) }
    case (0x3F, 0x6E) where field(0) == 997: return isLightScheme.map { .event(.colorScheme(isLight: $0)) }
    case (nil, 0x49): return .event(.focusGained)
    case (nil, 0x4F): return .event(.focusLost)
    case (nil, 0x7E) where field(0) == 200: return .pasteStart
    case (nil, _), (0x3E, _): return key.map { .key($0) }
    default: return nil
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
}
