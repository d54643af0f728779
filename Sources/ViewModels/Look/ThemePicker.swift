/// Choosing a theme: the one under the cursor is tried on the whole screen.
public struct ThemePicker: Sendable, Equatable {
  public internal(set) var typed: TypedList

  init(_ themes: [ThemeEntry], current: String, height: Int) {
    typed = TypedList(Self.rows(themes), height: height)
    if let row = typed.list.rows.firstIndex(where: { $0.id == current }) { typed.select(row) }
  }

  public var list: Column { typed.list }
  public var selected: String? { list.selected?.id }

  mutating func take(_ themes: [ThemeEntry]) { typed.take(RowList(Self.rows(themes))) }

  private static func rows(_ themes: [ThemeEntry]) -> [Row] {
    themes.map { Row(id: $0.name, code: "", name: $0.name, alias: $0.notes) }
  }
}
