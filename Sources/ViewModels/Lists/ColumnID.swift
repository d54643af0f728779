/// The three columns, left to right.
public enum ColumnID: Int, Sendable, Hashable, CaseIterable {
  case countries, cities, aspsps
}

/// What can have the focus.
public enum Pane: Sendable, Hashable {
  case column(ColumnID)
  case inspector
}
