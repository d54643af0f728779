/// In which order a column shows its rows.
public enum RowOrder: Sendable, Hashable, CaseIterable {
  /// As the platform sent them.
  case sent
  case name, code

  /// By what the rows are ordered; nil for the order of the platform.
  public var words: String? {
    switch self {
    case .sent: nil
    case .name: "name"
    case .code: "code"
    }
  }
}

extension RowList {
  /// All rows, or some, in an order; nil for that in which they are. Those that are alike stay as they were sent.
  func ordered(by order: RowOrder, _ some: [Index]? = nil) -> [Index]? {
    switch order {
    case .sent: nil
    case .name: sorted(some, by: index.name)
    case .code: sorted(some, by: index.code)
    }
  }

  private func sorted(_ some: [Index]?, by text: (Index) -> ArraySlice<UInt8>) -> [Index] {
    (some ?? Array(indices)).sorted { left, right in
      let (one, other) = (text(left), text(right))
      return one.elementsEqual(other) ? left < right : one.lexicographicallyPrecedes(other)
    }
  }
}
