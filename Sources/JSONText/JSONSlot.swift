/// One place in the structure of a text, eight bytes: a scalar, a key, an empty container, or a bracket of any other
/// container.
struct JSONSlot: Sendable {
  private static let flag: UInt32 = 1 << 31
  /// Offsets and slots have to leave room for a flag.
  static let maximumOffset = Int(flag) - 1

  private let first: UInt32
  private let second: UInt32

  /// A scalar, a key or an empty container; `end` is the byte after its last.
  static func leaf(_ offset: Int, end: Int, isKey: Bool) -> JSONSlot {
    JSONSlot(first: UInt32(truncatingIfNeeded: offset), second: UInt32(truncatingIfNeeded: end) | (isKey ? flag : 0))
  }

  /// An opening bracket and the slot of the closing one.
  static func opening(_ offset: Int, closing: Int) -> JSONSlot {
    JSONSlot(first: UInt32(truncatingIfNeeded: offset) | flag, second: UInt32(truncatingIfNeeded: closing))
  }

  /// A closing bracket and the slot of the opening one.
  static func closing(_ offset: Int, opening: Int) -> JSONSlot {
    JSONSlot(first: UInt32(truncatingIfNeeded: offset) | flag, second: UInt32(truncatingIfNeeded: opening) | flag)
  }

  var offset: Int { Int(first & ~Self.flag) }
  private var isBracket: Bool { first & Self.flag != 0 }
  private var isFlagged: Bool { second & Self.flag != 0 }

  var isKey: Bool { !isBracket && isFlagged }
  var isOpening: Bool { isBracket && !isFlagged }
  var isClosing: Bool { isBracket && isFlagged }

  /// Of a leaf, the byte after its last.
  var end: Int { Int(second & ~Self.flag) }
  /// Of a bracket, the slot of the other one.
  var partner: Int { Int(second & ~Self.flag) }
}
