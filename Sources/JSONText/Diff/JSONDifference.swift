/// What differs between two JSON documents: rows for showing it, in the order of the documents.
///
/// - Members of objects belong together by key, in whatever order; where a key comes several times, the last one counts.
/// - Items of a list belong together by `bicFi`, `cityId`, `isoCountryCode` or `id`: by the first of these that tells all
///   of them apart on both sides. Then an item that stands elsewhere is told as moved and is no difference. Items of any
///   other list belong together in their order.
/// - Numbers are equal when their values are, however they are written; strings when they are after their escapes.
///
/// Containers that differ inside, and those that only one side has, have a row for each bracket and rows for what they
/// hold. What is equal is one row, whatever it holds.
public struct JSONDifference: Sendable, RandomAccessCollection {
  public let left: JSONDocument
  public let right: JSONDocument
  /// How many differences there are; moved items are none.
  public private(set) var differenceCount = 0
  public private(set) var movedCount = 0
  /// On which sides an object has a key more than once, so that something was left out of account.
  public private(set) var hasRepeatedKey = (left: false, right: false)
  var entries: [Entry] = []

  /// A row as it is kept.
  struct Entry: Sendable {
    var left: UInt32
    var right: UInt32
    var number: UInt32
    var depth: UInt32
    var change: Row.Change
    var part: Row.Part
    var isMember: Bool
    var isMoved: Bool

    static let nothing = UInt32.max
  }

  /// Compares the whole of two documents; of broken ones, what could be read.
  ///
  /// Takes time in proportion to their size, a few hundred nanoseconds for each value. Meant for any thread but the
  /// screen's.
  /// - Throws: when the task is cancelled.
  public init(_ left: JSONDocument, _ right: JSONDocument) throws(CancellationError) {
    self.left = left
    self.right = right
    guard left.root != nil || right.root != nil else { return }
    let items = JSONItems(leftHashes: try .init(left), rightHashes: try .init(right))
    hasRepeatedKey = (items.leftHashes.hasRepeatedKey, items.rightHashes.hasRepeatedKey)
    var comparing = JSONComparing(left: left, right: right, items: items)
    try comparing.run()
    entries = comparing.entries
    differenceCount = Int(comparing.number)
    movedCount = comparing.movedCount
  }

  /// Whether both documents say the same, moved items aside.
  public var isEqual: Bool { differenceCount == 0 }

  /// What can be told of a row from a few bytes of its own.
  package func outline(_ position: Int) -> Outline {
    let entry = entries[position]
    return Outline(
      change: entry.change, part: entry.part, isMember: entry.isMember, isMoved: entry.isMoved,
      number: Int(entry.number))
  }

  package struct Outline: Sendable {
    package let change: Row.Change
    package let part: Row.Part
    package let isMember: Bool
    package let isMoved: Bool
    package let number: Int
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { entries.count }

  public subscript(position: Int) -> Row {
    let entry = entries[position]
    let leftValue = entry.left == Entry.nothing ? nil : left.value(at: entry.left)
    let rightValue = entry.right == Entry.nothing ? nil : right.value(at: entry.right)
    var key: JSONValue?
    if entry.isMember, entry.part != .closing {
      key =
        leftValue.map { left.value(at: UInt32($0.node - 1)) } ?? rightValue.map { right.value(at: UInt32($0.node - 1)) }
    }
    return Row(
      change: entry.change, part: entry.part, depth: Int(entry.depth), key: key, left: leftValue, right: rightValue,
      isMoved: entry.isMoved, number: Int(entry.number))
  }

  /// One row: a value on one side or both, or a bracket.
  public struct Row: Sendable, Equatable {
    public enum Change: Sendable, Hashable {
      /// Equal on both sides; on the row of a bracket: a container that differs inside.
      case same
      case added, removed
      /// Two values in each other's place, neither of which holds anything.
      case changed
    }

    public enum Part: Sendable, Hashable {
      case whole, opening, closing
    }

    public let change: Change
    public let part: Part
    /// How many containers are around it.
    public let depth: Int
    /// The key before the value in an object; nil on the row of a closing bracket.
    public let key: JSONValue?
    /// The value, or on the row of a bracket the container, on the left; nil if it is only on the right.
    public let left: JSONValue?
    public let right: JSONValue?
    /// Whether it is a list's item that stands elsewhere on the right.
    public let isMoved: Bool
    /// Which of the differences, counted from 1, the row belongs to; 0 for none.
    public let number: Int
  }
}
