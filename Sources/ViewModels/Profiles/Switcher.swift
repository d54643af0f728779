public import ExplorerStorage
import OpenPayments

/// The profiles to choose from, in a list with a cursor, a filter and marks.
public struct Switcher: Sendable, Equatable {
  public private(set) var profiles: [Profile]
  public private(set) var list = Column()
  /// Those to make the current call under, by name.
  public private(set) var marked: Set<String> = []
  public internal(set) var isTypingFilter = false

  init(_ profiles: [Profile], selecting name: String, height: Int) {
    self.profiles = profiles
    list.setHeight(height)
    setRows(selecting: name)
  }

  public var selected: Profile? { list.selectedIndex.map { profiles[$0] } }

  public func profile(at position: Int) -> Profile? { list.index(at: position).map { profiles[$0] } }

  /// - Parameter name: where the cursor goes, if that is still there.
  mutating func take(_ profiles: [Profile], selecting name: String?) {
    self.profiles = profiles
    marked.formIntersection(profiles.map(\.name))
    setRows(selecting: name)
  }

  mutating func move(to position: Int) { list.move(to: position) }
  mutating func move(by distance: Int) { list.move(by: distance) }
  mutating func setHeight(_ height: Int) { list.setHeight(height) }
  mutating func setFilter(_ text: String) { list.setFilter(text) }

  mutating func toggleMark() {
    guard let name = selected?.name else { return }
    if marked.remove(name) == nil { marked.insert(name) }
    list.move(by: 1)
  }

  private mutating func setRows(selecting name: String?) {
    list.setRows(RowList(profiles.map { Row(id: $0.name, code: "", name: $0.searchText) }), selecting: name)
  }
}

extension Profile {
  /// What a filter looks at.
  fileprivate var searchText: String {
    [name, preset.title, destination ?? "", dialect.rawValue, scopes.joined(separator: " "), notes]
      .joined(separator: " ")
  }
}
