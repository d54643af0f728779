extension JSONTape {
  /// How many containers are around a slot. Both brackets of a container have the same depth.
  func depth(_ place: Int) -> Int {
    var result = 0
    walkBlock(of: place, through: place) { _, depth in result = depth }
    return result
  }

  /// The opening bracket of the container around a slot; nil around the outermost value.
  func parent(_ place: Int) -> Int? {
    let place = self[place].isClosing ? self[place].partner : place
    let depth = depth(place)
    guard depth > 0 else { return nil }
    // The nearest slot before it that is less deep is the bracket.
    var block = place / JSONBlock.size
    var end = place
    while true {
      var found: Int?
      if blocks[block].leastDepth < depth {
        walkBlock(of: block * JSONBlock.size, through: end) { each, level in if level < depth { found = each } }
      }
      if let found { return found }
      guard let earlier = blockBefore(block, lessDeepThan: depth) else { return nil }
      block = earlier
      end = min((block + 1) * JSONBlock.size, count) - 1
    }
  }

  /// Tells the depth of each slot from the beginning of a block to `last`.
  private func walkBlock(of place: Int, through last: Int, _ tell: (Int, Int) -> Void) {
    let start = place - place % JSONBlock.size
    var depth = Int(blocks[start / JSONBlock.size].depth)
    for each in start...max(last, start) {
      let slot = self[each]
      // The first slot's depth is the block's own, even if it is a closing bracket.
      if slot.isClosing, each > start { depth -= 1 }
      tell(each, depth)
      if slot.isOpening { depth += 1 }
    }
  }

  private func blockBefore(_ block: Int, lessDeepThan depth: Int) -> Int? {
    var block = block - 1
    while block >= 0 {
      let group = block / Self.groupSize
      if block % Self.groupSize == Self.groupSize - 1, groups[group] >= depth {
        block -= Self.groupSize
      } else if blocks[block].leastDepth < depth {
        return block
      } else {
        block -= 1
      }
    }
    return nil
  }
}
