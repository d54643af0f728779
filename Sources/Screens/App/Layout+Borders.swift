import ExplorerStorage
import Terminal
import ViewModels

/// A line between two panes that the mouse can move.
enum PaneBorder {
  case afterCountries, afterCities, beforeInspector
}

extension Layout {
  func border(at position: Position) -> PaneBorder? {
    guard let inspector, let countries = columns[.countries], let cities = columns[.cities] else { return nil }
    if arrangement.isInspectorRight, Self.isBetween(inspector.x, position.x), body.contains(position) {
      return .beforeInspector
    }
    if !arrangement.isInspectorRight, Self.isBetween(inspector.y, position.y) { return .beforeInspector }
    guard countries.y..<countries.maxY ~= position.y else { return nil }
    if Self.isBetween(countries.maxX, position.x) { return .afterCountries }
    return Self.isBetween(cities.maxX, position.x) ? .afterCities : nil
  }

  /// What panes share a line: the last cell of one or the first of the other.
  private static func isBetween(_ first: Int, _ cell: Int) -> Bool { cell == first || cell == first - 1 }

  /// The panes as they are with a border there. What one of the two gains, the other loses.
  func arrangement(moving border: PaneBorder, to position: Position) -> Arrangement {
    var next = arrangement
    guard let inspector, let countries = columns[.countries], let cities = columns[.cities] else { return next }
    switch border {
    case .afterCountries:
      next.moreCountries += position.x - countries.maxX
      next.moreCities -= position.x - countries.maxX
    case .afterCities: next.moreCities += position.x - cities.maxX
    case .beforeInspector where arrangement.isInspectorRight: next.moreRight += inspector.x - position.x
    case .beforeInspector: next.moreBelow += inspector.y - position.y
    }
    return next
  }
}
