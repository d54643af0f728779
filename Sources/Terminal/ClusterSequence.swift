/// Text as the pieces that a grid places and cuts: never half a flag, never a mark without its base.
///
/// Works scalar by scalar with bounded look-ahead, so a cluster of a million marks costs what is drawn of it.
struct ClusterSequence: Sequence, IteratorProtocol {
  struct Cluster {
    var glyph: Glyph
    /// 1 or 2.
    var glyphWidth: UInt32
    /// A second cell of width 1: the other half of a flag, or a vowel sign that takes a column.
    var tail: Glyph?

    var width: Int { Int(glyphWidth) + (tail == nil ? 0 : 1) }
  }

  /// Scalars after the first that one cluster may take; a longer pile of marks goes on upon a dotted circle.
  private static let longest = 32

  private var scalars: String.UnicodeScalarView.Iterator
  private var peeked: Unicode.Scalar?
  /// What is left to show of the replacement for a hidden character.
  private var replacement: String.UnicodeScalarView.Iterator?

  init(_ text: String) {
    scalars = text.unicodeScalars.makeIterator()
    peeked = scalars.next()
  }

  mutating func next() -> Cluster? {
    if let scalar = replacement?.next() { return Cluster(glyph: Glyph(scalar), glyphWidth: 1) }
    guard let first = peeked else { return nil }
    peeked = scalars.next()
    // Latin letters without marks, most of what is ever drawn, need none of the questions below.
    if first.value < 0x300, peeked?.value ?? 0 < 0x300, !VisibleText.isHidden(first) {
      return Cluster(glyph: Glyph(first), glyphWidth: 1)
    }
    if VisibleText.isHidden(first) {
      replacement = VisibleText.visible(String(first)).unicodeScalars.makeIterator()
      return next()
    }
    var cluster = start(first)
    for position in 0..<Self.longest {
      guard let follower = peeked else { break }
      // It is dropped, because ncurses and the terminal would disagree on the width it makes.
      let isPresentation = position == 0 && isPresentation(follower, of: first)
      guard isPresentation || join(follower, to: &cluster, first: first) else { break }
      peeked = scalars.next()
    }
    return cluster
  }

  private func start(_ first: Unicode.Scalar) -> Cluster {
    let width = DisplayWidth.of(first)
    guard width == 0 else { return Cluster(glyph: Glyph(first), glyphWidth: UInt32(width)) }
    var glyph = Glyph.dottedCircle
    glyph.append(mark: first)
    return Cluster(glyph: glyph, glyphWidth: 1)
  }

  /// Whether the scalar belongs to the cluster. Marks are kept as far as a cell holds them; emoji modifiers are dropped,
  /// like presentation selectors.
  private func join(_ follower: Unicode.Scalar, to cluster: inout Cluster, first: Unicode.Scalar) -> Bool {
    guard follower.value >= 0x300, !VisibleText.isHidden(follower) else { return false }
    if DisplayWidth.isZeroWidth(follower) {
      if cluster.tail == nil { cluster.glyph.append(mark: follower) } else { cluster.tail?.append(mark: follower) }
      return true
    }
    if (0x1F3FB...0x1F3FF).contains(follower.value) { return first.properties.isEmojiModifierBase }
    guard cluster.tail == nil else { return false }
    let isFlag = isRegionalIndicator(first) && isRegionalIndicator(follower)
    guard isFlag || isSpacingMark(follower) else { return false }
    cluster.tail = Glyph(follower)
    return true
  }

  private func isPresentation(_ scalar: Unicode.Scalar, of base: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300 else { return false }
    var ahead = scalars
    return VisibleText.isPresentation(scalar, of: base, before: ahead.next())
  }

  private func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  private func isSpacingMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x900 && !(0x1E00..<0x302E).contains(scalar.value) && !(0x3030..<0xA823).contains(scalar.value)
      && scalar.properties.generalCategory == .spacingMark
  }
}
