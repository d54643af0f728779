/// The session of the profile in use, and those of the others.
struct Sessions: Sendable, Equatable {
  private(set) var tag: ProfileTag
  var current = Session()
  private var others: [ProfileTag: Session] = [:]

  init(_ tag: ProfileTag) { self.tag = tag }

  /// What is known under a profile, whether it is in use or not.
  subscript(tag: ProfileTag) -> Session {
    get { tag == self.tag ? current : others[tag] ?? Session() }
    _modify {
      if tag == self.tag { yield &current } else { yield &others[tag, default: Session()] }
    }
  }

  mutating func enter(_ tag: ProfileTag) {
    guard tag != self.tag else { return }
    others[self.tag] = current
    current = others.removeValue(forKey: tag) ?? Session()
    self.tag = tag
  }

  /// One that was deleted or changed is none any more.
  ///
  /// - Returns: what is known under those that go.
  mutating func keep(_ tags: Set<ProfileTag>) -> [(tag: ProfileTag, session: Session)] {
    let gone = others.filter { !tags.contains($0.key) }
    for tag in gone.keys { others[tag] = nil }
    return gone.map { ($0.key, $0.value) }
  }
}
