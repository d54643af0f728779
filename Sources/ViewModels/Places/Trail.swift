/// The places that one has jumped from, as a browser knows its pages.
struct Trail: Sendable, Equatable {
  private static let longest = 100

  private var before: [Address] = []
  private var after: [Address] = []

  /// Leaves a place for a new one.
  mutating func leave(_ place: Address) {
    after = []
    guard before.last != place else { return }
    before.append(place)
    before.removeFirst(max(before.count - Self.longest, 0))
  }

  /// Keeps the places of a profile that has another name now.
  mutating func rename(_ old: String, to new: String) {
    for place in before.indices where before[place].profile == old { before[place].profile = new }
    for place in after.indices where after[place].profile == old { after[place].profile = new }
  }

  /// - Returns: where one was before; nil if that is nowhere.
  mutating func back(from place: Address?) -> Address? {
    guard let target = before.popLast() else { return nil }
    if let place { after.append(place) }
    return target
  }

  mutating func forward(from place: Address?) -> Address? {
    guard let target = after.popLast() else { return nil }
    if let place { before.append(place) }
    return target
  }
}
