import HTTPTypes
import OpenPayments

extension Exchange {
  /// Fields that are different on every answer and say nothing of it, and the length, which follows from the body.
  private static let passingFields: Set<String> = [
    "date", "age", "content-length", "x-request-id", "x-correlation-id", "x-trace-id", "request-id", "traceparent",
    "tracestate",
  ]

  /// What differs between two answers' heads: the status code, whatever its words (RFC 9110 section 15), and the header
  /// fields by name, but for those that always do.
  static func headDifference(_ left: Exchange, _ right: Exchange) -> [DifferenceRow] {
    let statuses = (left.statusRow, right.statusRow)
    let isSame = left.status == right.status && left.failure == right.failure
    var rows = [DifferenceRow(isSame ? .same : .changed, left: statuses.0, right: statuses.1)]
    let (leftFields, rightFields) = (left.comparableFields, right.comparableFields)
    for (name, value) in leftFields {
      let other = rightFields.first { $0.name == name }?.value
      rows.append(
        DifferenceRow(
          other == nil ? .removed : other == value ? .same : .changed, left: line(name, value),
          right: other.map { line(name, $0) }))
    }
    for (name, value) in rightFields where !leftFields.contains(where: { $0.name == name }) {
      rows.append(DifferenceRow(.added, right: line(name, value)))
    }
    return rows
  }

  private var statusText: String {
    guard let status = response?.status else { return failure?.words ?? "no answer" }
    return failure.map { "\(status.text), then \($0.words)" } ?? status.text
  }

  private var statusRow: Line { Line(statusText, failure == nil && (status ?? 0) < 400 ? .good : .bad) }

  /// In the order of the answer; the values of a name that comes several times together.
  private var comparableFields: [(name: HTTPField.Name, value: String)] {
    let fields = response?.headerFields ?? [:]
    var names: [HTTPField.Name] = []
    for field in fields
    where !names.contains(field.name) && !Self.passingFields.contains(field.name.canonicalName) {
      names.append(field.name)
    }
    return names.map { ($0, fields[values: $0].joined(separator: ", ")) }
  }

  private static func line(_ name: HTTPField.Name, _ value: String) -> Line {
    Line([.init(name.rawName, .key), .init(": ", .punctuation), .init(value)])
  }
}
