/// What is known of 64 slots together, so that moving among many slots need not look at each.
struct JSONBlock: Sendable {
  static let size = 64

  /// How many containers are around the first slot.
  let depth: UInt32
  /// The least depth of any of its slots.
  private(set) var leastDepth: UInt32
  /// Which slots have a row of their own: all but keys, and brackets that the text lacks.
  private(set) var rows: UInt64 = 0
  /// Which slots are opening brackets.
  private(set) var openings: UInt64 = 0

  init(depth: UInt32) {
    self.depth = depth
    leastDepth = depth
  }

  mutating func note(_ slot: JSONSlot, at place: Int, depth: UInt32) {
    let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: place)
    if depth < leastDepth { leastDepth = depth }
    if !slot.isKey { rows |= bit }
    if slot.isOpening { openings |= bit }
  }

  mutating func forgetOpening(at place: Int) { openings &= ~(1 << UInt64(place % Self.size)) }
  mutating func forgetRow(at place: Int) { rows &= ~(1 << UInt64(place % Self.size)) }
}
