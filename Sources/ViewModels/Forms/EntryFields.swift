/// The fields of a form, of which one has the cursor.
struct EntryFields: Sendable, Equatable {
  /// All fields; those that don't apply are not shown.
  private(set) var all: [EntryField]
  private(set) var cursor: EntryField.ID
  /// Whether secrets are shown as they are.
  private(set) var isRevealed = false

  init(_ fields: [EntryField]) {
    all = fields
    cursor = fields.first?.id ?? .name
  }

  var shown: [EntryField] { all.filter(\.isShown) }
  var position: Int { shown.firstIndex { $0.id == cursor } ?? 0 }
  var current: EntryField? { self[cursor] }

  subscript(id: EntryField.ID) -> EntryField? { all.first { $0.id == id } }

  /// What is filled in, without the blanks around it.
  func text(_ id: EntryField.ID) -> String { self[id].map { $0.text.trimmed } ?? "" }
  func words(_ id: EntryField.ID) -> [String] { text(id).split(separator: " ").map(String.init) }

  /// The first field that can't be taken as it is.
  var firstProblem: EntryField? { shown.first { $0.problem != nil } }

  mutating func change(_ id: EntryField.ID, _ change: (inout EntryField) -> Void) {
    guard let index = all.firstIndex(where: { $0.id == id }) else { return }
    change(&all[index])
  }

  mutating func hint(_ id: EntryField.ID, _ text: String) { change(id) { $0.hint = text } }
  mutating func setProblem(_ id: EntryField.ID, _ problem: String?) { change(id) { $0.problem = problem } }
  mutating func show(_ ids: [EntryField.ID], if isShown: Bool) { for id in ids { change(id) { $0.isShown = isShown } } }

  // MARK: - Moving

  mutating func move(to id: EntryField.ID) {
    cursor = id
    isRevealed = false
  }

  mutating func move(to position: Int) {
    let shown = shown
    move(to: shown[min(max(position, 0), shown.count - 1)].id)
  }

  /// On to the next field, from the last to the first.
  mutating func moveField(by step: Int) {
    let count = shown.count
    move(to: (position + step + count) % count)
  }

  mutating func toggleReveal() { isRevealed.toggle() }
}
