import FoundationEssentials
import GRDB
import OpenPayments

extension HistoryQuery {
  /// What follows `WHERE`; every value is a bound parameter. Words are looked for in one pass; reading bodies takes longest
  /// and comes last.
  var condition: SQL {
    func joined(_ place: Test.Place) -> SQL? {
      let tests = conditions.filter { $0.test.place == place }
      return tests.isEmpty ? nil : tests.map(\.sql).joined(separator: " AND ")
    }
    let words = joined(.words).map { "number IN (SELECT number FROM search WHERE \($0))" as SQL }
    let parts = [joined(.fields), words, joined(.bodies)].compactMap { $0 }
    return parts.isEmpty ? "1" : parts.joined(separator: " AND ")
  }
}

extension HistoryQuery.Condition {
  /// A test of something that an exchange lacks is NULL, which turned round is to hold.
  fileprivate var sql: SQL { isNegated ? "NOT ifnull((\(test.sql)), 0)" : "(\(test.sql))" }
}

extension HistoryQuery.Test {
  /// Where it looks.
  fileprivate enum Place { case fields, words, bodies }

  fileprivate var place: Place {
    switch self {
    case .word: .words
    case .body: .bodies
    default: .fields
    }
  }

  fileprivate var sql: SQL {
    switch self {
    case .word(let word): "instr(words, \(word)) > 0"
    case .status(let codes): "status BETWEEN \(codes.lowerBound) AND \(codes.upperBound)"
    case .failed: "failure IS NOT NULL"
    case .path(let text): "instr(lower(path), \(text.lowercased())) > 0"
    case .profile(let text): "instr(foldedProfile, \(text)) > 0"
    case .method(let name): "method = \(name)"
    case .host(let text): "instr(lower(host), \(text.lowercased())) > 0"
    case .operation(let operation): "operation = \(operation.rawValue)"
    case .id(let text): "instr(id, \(text)) > 0 OR instr(lower(requestID), \(text)) > 0"
    case .duration(let bound): bound.sql("total")
    case .size(let bound): bound.sql("size")
    case .since(let date): "startedAt >= \(date.timeIntervalSince1970)"
    case .until(let date): "startedAt < \(date.timeIntervalSince1970)"
    case .body(let text):
      """
      EXISTS (
        SELECT 1 FROM content WHERE content.number = exchange.number
        AND holds(coalesce(content.body, content.encodedBody), \(text)))
      """
    }
  }
}

extension Comparison {
  fileprivate func sql(_ column: String) -> SQL { "\(sql: "\(column) \(sign.rawValue)") \(quantity)" }
}
