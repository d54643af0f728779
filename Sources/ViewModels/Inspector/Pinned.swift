/// An exchange shown by itself, in place of the one behind the focused row, until one goes back.
public struct Pinned: Sendable, Equatable {
  /// Where it was asked for, and where one goes back to.
  public enum Origin: Sendable, Hashable { case panes, history, guide }

  public let inspection: Inspection
  let madeUnder: CallOrigin
  public let origin: Origin
  /// What can be said of it, at the inspector's width.
  private(set) var details: [Line]

  init(_ inspection: Inspection, madeUnder: CallOrigin, origin: Origin, width: Int) {
    self.inspection = inspection
    self.madeUnder = madeUnder
    self.origin = origin
    details = Self.details(inspection, madeUnder, width)
  }

  mutating func setWidth(_ width: Int) { details = Self.details(inspection, madeUnder, width) }

  private static func details(_ inspection: Inspection, _ origin: CallOrigin, _ width: Int) -> [Line] {
    Details.lines(inspection.exchange, profile: origin.name, width: width)
  }
}
