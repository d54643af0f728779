public import FoundationEssentials
import OpenPayments

/// Which exchanges of the history are meant: `status:4xx path:cities -profile:acme malmo`.
///
/// Bare words must all be found, accents and case aside, in path, profile, host, status, failure, request id or
/// operation. See ``HistoryField`` for the fields.
public struct HistoryQuery: Sendable, Hashable {
  /// As it was written.
  public let text: String
  let conditions: [Condition]

  struct Condition: Sendable, Hashable {
    let isNegated: Bool
    let test: Test
  }

  enum Test: Sendable, Hashable {
    /// Folded.
    case word(String)
    case status(ClosedRange<Int>)
    case failed
    case path(String)
    /// Folded.
    case profile(String)
    case method(String)
    case host(String)
    case operation(OpenPayments.Operation)
    case id(String)
    /// In nanoseconds.
    case duration(Comparison)
    /// In bytes.
    case size(Comparison)
    case since(Date)
    case until(Date)
    case body(String)
  }

  /// All there is.
  public static let all = HistoryQuery()

  private init() { (text, conditions) = ("", []) }

  /// - Parameters:
  ///   - now: what `since:1h` counts from.
  ///   - timeZone: where `since:2026-11-01` begins.
  /// - Throws: ``QueryError`` naming the word that can't be read and what would be right.
  public init(_ text: String, now: Date, timeZone: LocalZone) throws(QueryError) {
    self.text = text
    var conditions: [Condition] = []
    for term in try QueryTerm.terms(of: text) {
      let test = try Test(term, now: now, timeZone: timeZone)
      conditions.append(Condition(isNegated: term.isNegated, test: test))
    }
    self.conditions = conditions
  }

  public var isEmpty: Bool { conditions.isEmpty }

  /// The text without a last word that may become a field yet, as `sta` may `status:404`: what to go by while somebody is
  /// typing.
  public static func settled(_ text: String) -> String {
    let start = text.lastIndex(where: \.isWhitespace).map(text.index(after:)) ?? text.startIndex
    let word = text[start...].drop { $0 == "-" || $0 == "!" }.lowercased()
    let isBegun = HistoryField.allCases.contains { $0.rawValue.hasPrefix(word) }
    return isBegun ? String(text[..<start]) : text
  }
}

extension HistoryQuery.Test {
  fileprivate init(_ term: QueryTerm, now: Date, timeZone: LocalZone) throws(QueryError) {
    guard let field = try HistoryField(of: term) else {
      self = .word(TextFolding.folded(term.value))
      return
    }
    let value = term.value
    let test: Self? =
      switch field {
      case .status: Self(status: value.lowercased())
      case .path: .path(value)
      case .profile: .profile(TextFolding.folded(value))
      case .method: .method(value.uppercased())
      case .host: .host(value)
      case .operation: OpenPayments.Operation(rawValue: value.lowercased()).map(Self.operation)
      case .id: .id(value.lowercased())
      case .duration: Comparison(value, units: Comparison.nanoseconds).map(Self.duration)
      case .size: Comparison(value, units: Comparison.bytes).map(Self.size)
      case .since: Date(moment: value, now: now, timeZone: timeZone).map(Self.since)
      case .until: Date(moment: value, now: now, timeZone: timeZone).map(Self.until)
      case .body: .body(value)
      }
    guard let test else { throw field == .operation ? Self.unknownOperation(term) : field.refusal(of: term) }
    self = test
  }

  private static func unknownOperation(_ term: QueryTerm) -> QueryError {
    let nearest = Spelling.nearest(to: term.value, among: OpenPayments.Operation.allCases.map(\.rawValue))
    return QueryError("no operation \"\(term.value)\"; did you mean op:\(nearest)?")
  }

  /// `404`, `4xx`, `>=400`, `failed`.
  private init?(status value: String) {
    if value == "failed" {
      self = .failed
    } else if let digit = value.first?.wholeNumberValue, value.count == 3, value.hasSuffix("xx") {
      self = .status(digit * 100...digit * 100 + 99)
    } else if let code = Int(value), (100...999).contains(code) {
      self = .status(code...code)
    } else if let bound = Comparison(value, units: ["": 1]), (0...999).contains(bound.quantity), Int(value) == nil {
      let code = bound.quantity
      switch bound.sign {
      case .atLeast: self = .status(code...999)
      case .more: self = .status(code + 1...1000)
      case .atMost: self = .status(0...code)
      case .less: self = .status(-1...code - 1)
      }
    } else {
      return nil
    }
  }
}
