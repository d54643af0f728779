/// Text to look for in the keys and values of a document, as they were sent: in any case, unless it holds a capital.
public struct JSONSearch: Sendable, Hashable {
  public let text: String
  private let needle: TextNeedle

  /// nil for an empty text.
  public init?(_ text: String) {
    guard let needle = TextNeedle(text) else { return nil }
    self.text = text
    self.needle = needle
  }

  /// Every value that holds the text, or whose key does, among those that the tree shows or has folded.
  ///
  /// - Parameter isCancelled: asked now and then; if true, nil is returned.
  public func hits(in tree: JSONTree, isCancelled: () -> Bool = { false }) -> JSONHits? {
    let index = tree.index
    let text = index.bytes
    let bytes = text.span
    var hits = Bits(places: index.tape.count)
    let anchor = needle.anchor(in: bytes)
    // Nothing before the first value can be a hit.
    var (offset, place, found) = (index.tape.count == 0 ? bytes.count : index.tape[0].offset, 0, 0)
    while let position = needle.firstIndex(in: bytes, from: offset, anchor: anchor) {
      place = index.tape.last(atOrBefore: position, from: place)
      let slot = index.tape[place]
      if !slot.isOpening, !slot.isClosing, position + needle.count <= slot.end {
        hits.insert(slot.isKey ? place + 1 : place)
        offset = slot.end
      } else {
        offset = position + 1
      }
      found += 1
      if found.isMultiple(of: 4096), isCancelled() { return nil }
    }
    if let roots = tree.roots { hits.remove(outside: roots, index) }
    return JSONHits(index: index, places: hits)
  }

  /// Where the text is found in bytes of any kind, the first ones.
  ///
  /// - Parameter isCancelled: asked now and then; if true, nil is returned.
  public func offsets(in bytes: [UInt8], limit: Int, isCancelled: () -> Bool = { false }) -> [Int]? {
    let span = bytes.span
    let anchor = needle.anchor(in: span)
    var offsets: [Int] = []
    var start = 0
    while offsets.count < limit, let position = needle.firstIndex(in: span, from: start, anchor: anchor) {
      offsets.append(position)
      start = position + needle.count
      if offsets.count.isMultiple(of: 4096), isCancelled() { return nil }
    }
    return offsets
  }

  /// Where the text is found in a text that is shown, in characters.
  public func ranges(in shown: String) -> [Range<Int>] {
    let bytes = Array(shown.utf8)
    var ranges: [Range<Int>] = []
    var offset = 0
    while let position = needle.firstIndex(in: bytes.span, from: offset, anchor: 0) {
      let start = shown.utf8.index(shown.startIndex, offsetBy: position)
      let end = shown.utf8.index(start, offsetBy: needle.count)
      let first = shown.distance(from: shown.startIndex, to: start)
      ranges.append(first..<first + max(shown.distance(from: start, to: end), 1))
      offset = position + needle.count
    }
    return ranges
  }
}

extension JSONTape {
  /// The last slot that begins at or before an offset, looked for from an earlier one on.
  fileprivate func last(atOrBefore offset: Int, from start: Int) -> Int {
    var step = 1
    var low = start
    while low + step < count, self[low + step].offset <= offset {
      low += step
      step *= 2
    }
    var places = low..<min(low + step, count)
    while places.count > 1 {
      let middle = places.lowerBound + places.count / 2
      places = self[middle].offset <= offset ? middle..<places.upperBound : places.lowerBound..<middle
    }
    return places.lowerBound
  }
}

extension Bits {
  fileprivate mutating func remove(outside roots: RankedBits, _ index: JSONIndex) {
    var end = 0
    var root = roots.next(from: 0)
    while let place = root {
      remove(end..<place)
      end = index.next(place)
      root = roots.next(from: end)
    }
    remove(end..<index.tape.count)
  }
}
