public import FoundationEssentials
public import OpenPayments

/// The state of something that is loaded: the latest value, a failure since then, a load under way.
public struct Load<Value: Sendable>: Sendable {
  public internal(set) var latest: Loaded<Value>?
  /// Why the last attempt failed; nil once one has succeeded.
  public internal(set) var failure: LoadFailure?
  /// Since when a load has been under way.
  public internal(set) var startedAt: Date?

  var isUntouched: Bool { latest == nil && failure == nil && startedAt == nil }
}

/// A value, the call that brought it, and when. Made away from the screen's thread, so that a long list costs it nothing;
/// a class, so that asking for a little of it copies none of the rest.
public final class Loaded<Value: Sendable>: Sendable {
  public let value: Value
  public let inspection: Inspection
  public let at: Date
  /// A list as its column takes it.
  let rows: RowList

  public convenience init(value: Value, inspection: Inspection, at: Date) where Value == ASPSP {
    self.init(value, rows: RowList(), inspection, at)
  }

  public convenience init<Item: Listed>(value: Value, inspection: Inspection, at: Date) where Value == [Item] {
    self.init(value, rows: RowList(value.map(\.row)), inspection, at)
  }

  private init(_ value: Value, rows: RowList, _ inspection: Inspection, _ at: Date) {
    self.value = value
    self.rows = rows
    self.inspection = inspection
    self.at = at
  }
}

// Not asked of the types themselves: the runtime would look for it in all of the program at the start.
extension Load: Equatable where Value: Equatable {}
extension Loaded: Equatable where Value: Equatable {
  public static func == (left: Loaded, right: Loaded) -> Bool {
    left === right
      || left.value == right.value && left.inspection == right.inspection && left.at == right.at
        && left.rows == right.rows
  }
}
