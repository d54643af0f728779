/// The structure of a text: its slots in document order, growing as the text arrives without ever being moved, and what
/// makes it quick to go from one to another.
struct JSONTape: Sendable {
  /// Of a container's children every one at a multiple of this is kept, to count them and to find one by its number.
  static let milestone: UInt32 = 256
  private static let chunkBits = 15
  private static let chunkSize = 1 << chunkBits

  private(set) var count = 0
  /// Complete once the tape is finished.
  private(set) var blocks: [JSONBlock] = []
  /// The least depth of each ``groupSize`` blocks.
  private(set) var groups: [UInt32] = []
  static let groupSize = 64
  /// By container, the slots of its 256th child, its 512th and so on.
  private(set) var milestones: [Int: [UInt32]] = [:]
  /// From this slot on there are only closing brackets that the text lacks.
  private(set) var firstMissing = Int.max
  private var chunks: [[JSONSlot]] = []
  /// The chunk and the block that are being filled.
  private var latest: [JSONSlot] = []
  private var block = JSONBlock(depth: 0)

  subscript(place: Int) -> JSONSlot {
    let chunk = place >> Self.chunkBits
    return chunk < chunks.count ? chunks[chunk][place & (Self.chunkSize - 1)] : latest[place & (Self.chunkSize - 1)]
  }

  /// - Parameter depth: how many containers are around it.
  mutating func append(_ slot: JSONSlot, depth: Int) {
    if count % JSONBlock.size == 0 {
      if count > 0 { keepBlock() }
      block = JSONBlock(depth: UInt32(depth))
    }
    block.note(slot, at: count, depth: UInt32(depth))
    if latest.count == Self.chunkSize {
      chunks.append(latest)
      latest = []
      latest.reserveCapacity(Self.chunkSize)
    }
    latest.append(slot)
    count += 1
  }

  /// Ends the tape: it can be read from now on.
  mutating func finish() {
    if count > 0 { keepBlock() }
  }

  private mutating func keepBlock() {
    if blocks.count.isMultiple(of: Self.groupSize) { groups.append(block.leastDepth) }
    groups[groups.count - 1] = min(groups[groups.count - 1], block.leastDepth)
    blocks.append(block)
  }

  /// Notes a child whose number in its container, the first being 1, is a multiple of ``milestone``.
  mutating func noteMilestone(_ place: Int, of container: Int) {
    milestones[container, default: []].append(UInt32(place))
  }

  /// Appends the bracket that closes a container which has children.
  ///
  /// - Parameter isMissing: whether the text has no such bracket; then all that follow are missing as well.
  mutating func close(_ opening: Int, at offset: Int, depth: Int, isMissing: Bool = false) {
    replace(opening, with: .opening(self[opening].offset, closing: count))
    if isMissing { firstMissing = min(firstMissing, count) }
    append(.closing(offset, opening: opening), depth: depth)
    if isMissing { block.forgetRow(at: count - 1) }
  }

  /// Makes the container that was opened last, and in which nothing was found, one slot.
  mutating func closeEmpty(_ opening: Int, end: Int) {
    replace(opening, with: .leaf(self[opening].offset, end: end, isKey: false))
    block.forgetOpening(at: opening)
  }

  /// Takes back a key that no value followed.
  mutating func removeLastKey() {
    guard count > 0, self[count - 1].isKey else { return }
    count -= 1
    latest.removeLast()
    guard count % JSONBlock.size == 0, let last = blocks.popLast() else { return }
    block = last
    if blocks.count.isMultiple(of: Self.groupSize) { groups.removeLast() }
  }

  private mutating func replace(_ place: Int, with slot: JSONSlot) {
    let chunk = place >> Self.chunkBits
    if chunk < chunks.count {
      chunks[chunk][place & (Self.chunkSize - 1)] = slot
    } else {
      latest[place & (Self.chunkSize - 1)] = slot
    }
  }
}
