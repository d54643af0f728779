import ExplorerStorage

/// The profiles to choose from, in a list with a cursor.
public struct ProfileMenu: Sendable, Equatable {
  public private(set) var list = Column()

  init(_ profiles: [Profile], current: Profile, height: Int) {
    list.setHeight(height)
    list.setRows(RowList(profiles.map { Row(id: $0.id, code: "", name: $0.name) }), selecting: current.id)
  }

  mutating func move(by distance: Int) { list.move(by: distance) }
  mutating func move(to position: Int) { list.move(to: position) }
  mutating func setHeight(_ height: Int) { list.setHeight(height) }
}
