public import FoundationEssentials
import GRDB
public import OpenPayments

/// An exchange of the history as a list shows it: without heads and bodies.
public struct HistoryRow: Sendable, Hashable, Identifiable {
  public let id: UUID
  /// Its place in the order of writing, which nothing else ever has.
  public let number: Int64
  public let profile: String
  public let operation: OpenPayments.Operation
  public let startedAt: Date
  public let method: String
  public let host: String
  /// With the query.
  public let path: String
  public let requestID: String?
  public let status: Int?
  public let failure: TransportFailure.Reason?
  public let duration: Duration
  /// Bytes of the answer's body, kept or not.
  public let size: Int

  /// The columns that ``init(_:)`` reads.
  static let columns: SQL = """
    number, id, profile, operation, startedAt, method, host, path, requestID, status, failure, failureDetail, total, size
    """

  /// nil if the row can't be one that this program has written.
  init?(_ row: Row) {
    guard let id = row.id("id"), let number: Int64 = row.value("number"),
      let operation = row.text("operation").flatMap(OpenPayments.Operation.init), let profile = row.text("profile"),
      let startedAt: Double = row.value("startedAt"), let method = row.text("method"), let host = row.text("host"),
      let path = row.text("path"), let duration = row.duration("total"), let size: Int = row.value("size")
    else { return nil }
    self.id = id
    self.number = number
    self.profile = profile
    self.operation = operation
    self.startedAt = Date(clampingSince1970: startedAt)
    self.method = method
    self.host = host
    self.path = path
    requestID = row.text("requestID")
    status = row.value("status")
    failure = row.text("failure").map { TransportFailure.Reason(kind: $0, detail: row.text("failureDetail")) }
    self.duration = duration
    self.size = max(size, 0)
  }
}

extension Row {
  /// nil for NULL and for whatever is no such value: a file can hold anything.
  func value<Value: DatabaseValueConvertible>(_ column: String) -> Value? {
    (self[column] as DatabaseValue?).flatMap(Value.fromDatabaseValue)
  }

  func text(_ column: String) -> String? { value(column) }
  func id(_ column: String) -> UUID? { text(column).flatMap { UUID(uuidString: $0) } }
  func duration(_ column: String) -> Duration? { (value(column) as Int64?).map { .nanoseconds($0 < 0 ? 0 : $0) } }
  func bytes(_ column: String) -> [UInt8]? { (value(column) as Data?).map { Array($0) } }
}

extension UUID {
  /// As it is written into the file.
  var text: String { uuidString.lowercased() }
}
