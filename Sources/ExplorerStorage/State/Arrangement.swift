import JSONText

/// How columns and inspector share the screen. What is wider or higher than usual is so by a number of cells.
public struct Arrangement: Sendable, Hashable {
  /// Whether the inspector stands to the right of the columns rather than below them.
  public var isInspectorRight = false
  /// Rows that the inspector below has more than usual, and columns that the one on the right has.
  public var moreBelow = 0
  public var moreRight = 0
  public var moreCountries = 0
  public var moreCities = 0

  public init() {}
}

/// Where the arrangement is kept.
public struct ArrangementFile: Sendable {
  private static let limit = -500...500

  private let file: StateFile

  /// - Parameter path: the file; it need not be there.
  public init(path: String) { file = StateFile(path: path) }

  public func read() -> Arrangement {
    var arrangement = Arrangement()
    for (name, value) in file.read() {
      let cells = value.integer.flatMap { Self.limit.contains($0) ? $0 : nil } ?? 0
      switch name {
      case "inspector": arrangement.isInspectorRight = value.string == "right"
      case "below": arrangement.moreBelow = cells
      case "right": arrangement.moreRight = cells
      case "countries": arrangement.moreCountries = cells
      case "cities": arrangement.moreCities = cells
      default: break
      }
    }
    return arrangement
  }

  /// What can't be written is forgotten.
  public func note(_ arrangement: Arrangement) {
    _ = file.change { _ in
      [
        .init("inspector", .string(arrangement.isInspectorRight ? "right" : "below")),
        .init("below", .integer(arrangement.moreBelow)), .init("right", .integer(arrangement.moreRight)),
        .init("countries", .integer(arrangement.moreCountries)), .init("cities", .integer(arrangement.moreCities)),
      ]
    }
  }
}

extension Paths {
  /// How the panes share the screen.
  public var arrangement: String { "\(state)/panes.json" }
}
