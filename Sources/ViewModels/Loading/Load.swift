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

/// A failed load in words, with the call that failed if one was made.
public struct LoadFailure: Error, Sendable, Equatable {
  public let message: String
  public let suggestion: String
  public let inspection: Inspection?
  public let isCancelled: Bool

  public init(message: String, suggestion: String, inspection: Inspection? = nil, isCancelled: Bool = false) {
    self.message = message
    self.suggestion = suggestion
    self.inspection = inspection
    self.isCancelled = isCancelled
  }

  public init(_ error: OpenPaymentsError) {
    self.init(error, inspection: error.exchange.map(Inspection.init))
  }

  init(_ error: OpenPaymentsError, inspection: Inspection?) {
    self.init(
      message: error.message.sentence, suggestion: error.suggestion.sentence, inspection: inspection,
      isCancelled: error.kind == .cancelled)
  }
}

extension LoadFailure {
  /// Nothing was called, and nothing ever will be.
  static let noCode = LoadFailure(
    message: "The platform sent no code for this country.",
    suggestion: "Its cities can't be asked for without one.", isCancelled: true)
  static let noID = LoadFailure(
    message: "The platform sent no id for this city.", suggestion: "Its ASPSPs can't be asked for without one.",
    isCancelled: true)
}

extension String {
  /// With a capital at its beginning and a full stop at its end.
  fileprivate var sentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
