/// Contexts, as bits of a number: a set that hashes would cost a quarter of a millisecond at the start.
public struct ContextSet: SetAlgebra, Sendable, Hashable {
  /// Everywhere.
  public static let all = ContextSet(Context.allCases)

  private var bits: UInt64 = 0

  public init() {}

  private init(bits: UInt64) { self.bits = bits }

  public func contains(_ member: Context) -> Bool { bits & member.bit != 0 }
  public func union(_ other: Self) -> Self { Self(bits: bits | other.bits) }
  public func intersection(_ other: Self) -> Self { Self(bits: bits & other.bits) }
  public func symmetricDifference(_ other: Self) -> Self { Self(bits: bits ^ other.bits) }
  public mutating func formUnion(_ other: Self) { self = union(other) }
  public mutating func formIntersection(_ other: Self) { self = intersection(other) }
  public mutating func formSymmetricDifference(_ other: Self) { self = symmetricDifference(other) }

  @discardableResult
  public mutating func insert(_ member: Context) -> (inserted: Bool, memberAfterInsert: Context) {
    let isNew = !contains(member)
    bits |= member.bit
    return (isNew, member)
  }

  @discardableResult
  public mutating func remove(_ member: Context) -> Context? {
    let removed = contains(member) ? member : nil
    bits &= ~member.bit
    return removed
  }

  @discardableResult
  public mutating func update(with member: Context) -> Context? { insert(member).inserted ? nil : member }
}

extension Context {
  fileprivate var bit: UInt64 { 1 << UInt64(rawValue) }
}
