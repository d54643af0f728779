/// What one cell can show: a base scalar and up to three marks on it.
///
/// Plain old data, so that a grid is one block of memory without reference counts.
public struct Glyph: Hashable, Sendable {
  /// The scalars in order; unused lanes are 0.
  private var values: SIMD4<UInt32>

  @inline(__always)
  init(_ base: Unicode.Scalar) {
    values = SIMD4(base.value, 0, 0, 0)
  }

  /// The right half of a wide cell: shows nothing of its own.
  static let none = Glyph("\0")
  static let space = Glyph(" ")
  static let ellipsis = Glyph("…")
  /// What stands in for a base when a mark comes without one.
  static let dottedCircle = Glyph("◌")

  /// Adds a mark; beyond the third they are dropped.
  mutating func append(mark: Unicode.Scalar) {
    for lane in 1..<4 where values[lane] == 0 {
      values[lane] = mark.value
      return
    }
  }

  /// The first scalar's value; 0 for the right half of a wide cell.
  public var base: UInt32 { values[0] }

  /// The value of each scalar, base first, 0 where there is none.
  public var scalarValues: SIMD4<UInt32> { values }

  public var text: String {
    var text = String.UnicodeScalarView()
    for lane in 0..<4 {
      guard values[lane] != 0, let scalar = Unicode.Scalar(values[lane]) else { break }
      text.append(scalar)
    }
    return String(text)
  }
}
