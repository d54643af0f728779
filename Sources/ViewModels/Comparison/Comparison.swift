public import FoundationEssentials
import JSONText
import OpenPayments

/// An answer beside others: the first side against each of the rest, one at a time.
public struct Comparison: Sendable, Equatable {
  /// Tells it from those before and after, whose results may still arrive.
  let id: Int
  /// At least two.
  public private(set) var sides: [ComparedSide]
  /// The side that the first one is compared with.
  public private(set) var other = 1
  public internal(set) var list = DifferenceList()
  public private(set) var difference: ExchangeDifference?
  /// Since when the bodies have been compared.
  public private(set) var comparingSince: Date?
  /// Whether the work of comparing was given up.
  private var isCancelled = false
  private var width = 76
  private let keys: CommandKeys

  /// From this many columns on the sides stand beside each other.
  static let wideWidth = 96

  init(id: Int, sides: [ComparedSide], _ keys: CommandKeys) {
    self.id = id
    self.sides = sides
    self.keys = keys
  }

  public var left: ComparedSide { sides[0] }
  public var right: ComparedSide { sides[other] }

  /// Since when what is shown has been waited for.
  public var waitingSince: Date? { right.startedAt ?? comparingSince }

  /// Whether anything is under way, shown or not.
  var isRunning: Bool { comparingSince != nil || sides.contains { $0.startedAt != nil } }

  /// The pair shown, once both answers are there.
  var pair: ComparedPair? {
    guard let left = left.inspection, let right = right.inspection else { return nil }
    return ComparedPair(left: left, right: right)
  }

  /// The value under the cursor and its key; of one that both sides have, the right's.
  var value: (key: JSONValue?, value: JSONValue)? { list.row.flatMap { difference?.value($0) } }

  /// Where in its body the value under the cursor is: the end of the path where that is long.
  public var path: String? { value?.value.path(lastSteps: 24) }

  mutating func setSize(width: Int, height: Int) {
    let isWide = width >= Self.wideWidth
    list.setSize(isWide: isWide, height: max(height - (isWide ? 0 : 1), 1))
    guard width != self.width else { return }
    self.width = width
    list.scrollToStart()
    if failure != nil { list.show(.lines(failureRows)) }
  }

  /// Goes on to another side to compare the first one with.
  mutating func turn(by step: Int, at now: Date) -> ComparisonRoom.Turn {
    let count = sides.count - 1
    guard count > 1 else { return .done }
    other = (other - 1 + step + count) % count + 1
    return begin(at: now)
  }

  /// Compares what is shown, if both answers are there.
  mutating func begin(at now: Date) -> ComparisonRoom.Turn {
    (difference, isCancelled) = (nil, false)
    comparingSince = pair == nil ? nil : now
    list.show(.lines(failureRows))
    return pair.map { .work(.compare($0, comparison: id)) } ?? .done
  }

  mutating func finish(_ side: Int, _ state: ComparedSide.State, at now: Date) -> ComparisonRoom.Turn {
    sides[side].state = state
    return side == 0 || side == other ? begin(at: now) : .done
  }

  mutating func finish(_ difference: ExchangeDifference) {
    guard difference.pair == pair else { return }
    self.difference = difference
    comparingSince = nil
    list.show(.difference(difference))
    _ = difference.differenceCount > 0 && list.moveToDifference(isForward: true)
  }

  /// Gives up what is under way.
  mutating func cancel() {
    for side in sides.indices where sides[side].startedAt != nil { sides[side].state = .failed(.cancelled) }
    isCancelled = comparingSince != nil
    comparingSince = nil
    if failure != nil { list.show(.lines(failureRows)) }
  }

  /// Why there is nothing to compare with.
  private var failure: LoadFailure? {
    if case .failed(let failure) = right.state { failure } else { isCancelled ? .cancelled : nil }
  }

  /// The failure in words, with the call that failed: on the right, where the answer would be.
  private var failureRows: [DifferenceRow] {
    guard let failure else { return [] }
    let room = list.isWide ? (width - 3) / 2 - 2 : width - 3
    var lines = Details.lines(failure, width: room, keys)
    if let exchange = failure.inspection?.exchange { lines += [Line()] + Details.lines(exchange, width: room) }
    return lines.map { DifferenceRow(.same, right: $0) }
  }
}
