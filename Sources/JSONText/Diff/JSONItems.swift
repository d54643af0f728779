/// A place in a container on one side or on both; the sides are nodes of the left and of the right document.
struct JSONItem {
  var left: UInt32?
  var right: UInt32?
  /// Whether it is a member of an object, so that its key is the node before it.
  var isMember = false
  /// Whether it is an item of a list that stands elsewhere among those that both sides have.
  var isMoved = false
}

/// Puts together what belongs together in two containers of one kind.
struct JSONItems {
  let leftHashes: JSONHashes
  let rightHashes: JSONHashes

  /// What either side holds, in the order in which it can be shown: what is gone stands where it was, what is new or
  /// moved where it is.
  ///
  /// - Throws: when the task is cancelled.
  func items(of left: JSONValue, and right: JSONValue) throws(CancellationError) -> [JSONItem] {
    guard left.kind == .array else { return members(left, right) }
    let left = Array(left.elements)
    let right = Array(right.elements)
    if let byIdentifier = matchesByIdentifier(left, right) { return Self.items(left, right, byIdentifier) }
    let alignment = try SequenceAlignment(left.map { leftHashes[$0] }, right.map { rightHashes[$0] })
    var matches: [Int?] = Array(repeating: nil, count: right.count)
    for pair in alignment.pairs + [(left.count, right.count)] {
      if pair.right < right.count { matches[pair.right] = pair.left }
    }
    return Self.items(left, right, Self.pairingNeighbours(matches, leftCount: left.count))
  }
}

// MARK: - Objects

extension JSONItems {
  private func members(_ left: JSONValue, _ right: JSONValue) -> [JSONItem] {
    let (left, right) = (Self.members(left, leftHashes), Self.members(right, rightHashes))
    let places = Dictionary(uniqueKeysWithValues: zip(right.map(\.key), right.indices))
    let shared = Set(left.compactMap { places[$0.key] })
    var items: [JSONItem] = []
    /// What only the right has comes where it is there, after what is gone from the same place.
    func addNew(from start: Int) {
      for position in start..<right.count {
        guard !shared.contains(position) else { return }
        items.append(JSONItem(right: right[position].node, isMember: true))
      }
    }
    var nextNew = 0
    for member in left {
      guard let place = places[member.key] else {
        items.append(JSONItem(left: member.node, isMember: true))
        continue
      }
      addNew(from: nextNew)
      items.append(JSONItem(left: member.node, right: right[place].node, isMember: true))
      nextNew = place + 1
    }
    addNew(from: nextNew)
    return items
  }

  /// The last member of each key.
  private static func members(_ object: JSONValue, _ hashes: JSONHashes) -> [(key: Int, node: UInt32)] {
    let all = object.members.map { (key: hashes[$0.key], node: UInt32($0.value.node)) }
    var seen: Set<Int> = []
    return all.reversed().filter { seen.insert($0.key).inserted }.reversed()
  }
}

// MARK: - Lists

extension JSONItems {
  /// For each item on the right, the one on the left that has the same identifier; nil if there is no member that
  /// identifies every item on both sides.
  private func matchesByIdentifier(_ left: [JSONValue], _ right: [JSONValue]) -> [Int?]? {
    guard !left.isEmpty, !right.isEmpty else { return nil }
    for key in JSONValue.identifiers {
      guard let leftPlaces = Self.places(left, key, leftHashes), let rightPlaces = Self.places(right, key, rightHashes)
      else { continue }
      var matches: [Int?] = Array(repeating: nil, count: right.count)
      for (hash, place) in rightPlaces { matches[place] = leftPlaces[hash] }
      return matches
    }
    return nil
  }

  /// Where each identifier is; nil unless each item has one of its own.
  private static func places(_ items: [JSONValue], _ key: String, _ hashes: JSONHashes) -> [Int: Int]? {
    var places: [Int: Int] = [:]
    for (place, item) in items.enumerated() {
      guard let value = item.identifyingValue(key), places.updateValue(place, forKey: hashes[value]) == nil else {
        return nil
      }
    }
    return places
  }

  /// Between two items that are the same on both sides, the others are taken for each other in turn.
  private static func pairingNeighbours(_ matches: [Int?], leftCount: Int) -> [Int?] {
    var matches = matches
    var nextLeft = 0
    var unmatched: [Int] = []
    func pair(upTo end: Int) {
      for (left, right) in zip(nextLeft..<end, unmatched) { matches[right] = left }
      unmatched = []
    }
    for (right, match) in matches.enumerated() {
      if let match {
        pair(upTo: match)
        nextLeft = match + 1
      } else {
        unmatched.append(right)
      }
    }
    pair(upTo: leftCount)
    return matches
  }

  private static func items(_ left: [JSONValue], _ right: [JSONValue], _ matches: [Int?]) -> [JSONItem] {
    let matched = matches.indices.filter { matches[$0] != nil }
    let lefts = matched.compactMap { matches[$0] }
    let staying = Set(LongestIncreasingRun.positions(in: lefts).map { matched[$0] })
    var isGone = [Bool](repeating: true, count: left.count)
    for place in lefts { isGone[place] = false }
    var items: [JSONItem] = []
    items.reserveCapacity(max(left.count, right.count))
    var nextLeft = 0
    var arriving: [JSONItem] = []
    func finishGap(upTo end: Int) {
      for place in nextLeft..<end where isGone[place] { items.append(JSONItem(left: UInt32(left[place].node))) }
      items += arriving
      arriving = []
    }
    for (place, value) in right.enumerated() {
      var item = JSONItem(left: matches[place].map { UInt32(left[$0].node) }, right: UInt32(value.node))
      guard let match = matches[place], staying.contains(place) else {
        item.isMoved = item.left != nil
        arriving.append(item)
        continue
      }
      finishGap(upTo: match)
      nextLeft = match + 1
      items.append(item)
    }
    finishGap(upTo: left.count)
    return items
  }
}
