import JSONText
import OpenPayments

/// What differs between the answers of two exchanges: heads, then bodies. Made away from the screen's thread.
public struct ExchangeDifference: Sendable {
  public let pair: ComparedPair
  public let body: BodyDifference
  private let head: [(row: DifferenceRow, outline: DifferenceRow.Outline)]
  private let headCount: Int
  /// The rows as they are shown at first, where the sides stand beside each other and where they don't.
  private(set) var folded: (wide: [FoldedRow], narrow: [FoldedRow]) = ([], [])

  /// - Throws: when the task is cancelled.
  init(_ pair: ComparedPair) throws(CancellationError) {
    self.pair = pair
    let (left, right) = (pair.left, pair.right)
    if let leftDocument = left.document, let rightDocument = right.document {
      body = try BodyDifference(leftDocument, rightDocument)
    } else {
      body = try BodyDifference(lines: left.text.bytes, right.text.bytes)
    }
    let rows = Exchange.headDifference(left.exchange, right.exchange)
    var number = 0
    var head = [Self.heading("Answer")]
    for (position, row) in rows.enumerated() {
      if row.change != .same { number += 1 }
      let isSame = row.change == .same
      head.append(
        (
          row,
          .init(change: row.change, number: isSame ? 0 : number, noun: isSame && position > 0 ? .field : nil)
        ))
    }
    headCount = number
    head.append(Self.heading("Body", body.words))
    for remark in Self.remarks(left, right) { head.append(Self.plain(remark)) }
    self.head = head
    folded = (try FoldedRow.rows(count, isWide: true, outline), try FoldedRow.rows(count, isWide: false, outline))
  }

  public var differenceCount: Int { headCount + body.differenceCount }

  var count: Int { head.count + body.count }

  func outline(_ position: Int) -> DifferenceRow.Outline {
    guard position >= head.count else { return head[position].outline }
    let outline = body.outline(position - head.count)
    return .init(
      change: outline.change, number: outline.number == 0 ? 0 : headCount + outline.number, noun: outline.noun)
  }

  subscript(position: Int) -> DifferenceRow {
    position < head.count ? head[position].row : body.row(position - head.count)
  }

  /// The value that a row is about; of one that both sides have, the right's.
  func value(_ position: Int) -> (key: JSONValue?, value: JSONValue)? {
    guard position >= head.count, let json = body.json else { return nil }
    let row = json[position - head.count]
    return (row.right ?? row.left).map { (row.key, $0) }
  }

  private static func heading(
    _ title: String, _ words: String = ""
  ) -> (row: DifferenceRow, outline: DifferenceRow.Outline) {
    plain(DifferenceRow(.same, left: Line([.init(title, .heading), .init("  \(words)", .muted)])))
  }

  private static func plain(_ row: DifferenceRow) -> (row: DifferenceRow, outline: DifferenceRow.Outline) {
    (row, .init(change: .same, number: 0, noun: nil))
  }

  private static func remarks(_ left: Inspection, _ right: Inspection) -> [DifferenceRow] {
    let sides = [left, right].map { $0.remark.map { Line($0, .muted) } }
    let remarks = sides.contains { $0 != nil } ? [DifferenceRow(.same, left: sides[0], right: sides[1])] : []
    return remarks + brokenPlaces(left, right)
  }

  /// That a body is JSON only up to somewhere; from there on nothing of it is compared.
  private static func brokenPlaces(_ left: Inspection, _ right: Inspection) -> [DifferenceRow] {
    guard left.document != nil, right.document != nil else { return [] }
    guard left.brokenPlace != nil || right.brokenPlace != nil else { return [] }
    func line(_ inspection: Inspection) -> Line? {
      inspection.brokenPlace.map { Line("⚠ not JSON to its end: \($0.reason) at \($0.words)", .bad) }
    }
    return [DifferenceRow(.same, left: line(left), right: line(right))]
  }
}

extension ExchangeDifference: Hashable {
  public static func == (left: ExchangeDifference, right: ExchangeDifference) -> Bool { left.pair == right.pair }
  public func hash(into hasher: inout Hasher) { hasher.combine(pair) }
}

/// Two exchanges ready to be compared.
public struct ComparedPair: Sendable, Hashable {
  public let left: Inspection
  public let right: Inspection

  public static func == (one: ComparedPair, other: ComparedPair) -> Bool {
    one.left == other.left && one.right == other.right
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(left.exchange)
    hasher.combine(right.exchange)
  }
}
