import Terminal

/// Finds the colour number that comes nearest to what a theme asks for, in what the terminal has.
struct ColorPalette {
  enum Depth {
    case none
    case ansi8
    case ansi16
    case indexed256
    case direct

    init(colorCount: Int) {
      switch colorCount {
      case ..<8: self = .none
      case ..<16: self = .ansi8
      case ..<256: self = .ansi16
      case 256: self = .indexed256
      default: self = .direct
      }
    }
  }

  let depth: Depth
  private var nearest: [UInt32: Int32] = [:]
  /// What there is to choose from, worked out when first needed.
  private lazy var candidates = Self.indices(depth).map { (number: Int32($0), color: OKLab(RGB(index: UInt8($0)))) }

  init(depth: Depth) {
    self.depth = depth
  }

  /// The number for ncurses; -1 is the terminal's default.
  mutating func number(for color: Color) -> Int32 {
    switch (color, depth) {
    case (.default, _), (_, .none): -1
    case (.palette(let index), .indexed256): Int32(index)
    case (.palette(let index), _) where index < 8: Int32(index)
    case (.palette(let index), .ansi16) where index < 16: Int32(index)
    case (.palette(let index), .ansi8) where index < 16: Int32(index - 8)
    case (.palette(let index), _): number(for: RGB(index: index))
    case (.rgb(let red, let green, let blue), _): number(for: RGB(red: red, green: green, blue: blue))
    }
  }

  private mutating func number(for rgb: RGB) -> Int32 {
    // Where colours are direct, 1 to 7 still mean the palette.
    if depth == .direct { return (1..<8).contains(rgb.value) ? 8 : Int32(rgb.value) }
    if let known = nearest[rgb.value] { return known }
    let wanted = OKLab(rgb)
    var best = (number: Int32(-1), distance: Float.infinity)
    for candidate in candidates {
      let distance = wanted.squaredDistance(to: candidate.color)
      if distance < best.distance { best = (candidate.number, distance) }
    }
    nearest[rgb.value] = best.number
    return best.number
  }

  /// Of 256 the first 16 are left out: users choose those themselves.
  private static func indices(_ depth: Depth) -> Range<Int> {
    switch depth {
    case .none, .direct: 0..<0
    case .ansi8: 0..<8
    case .ansi16: 0..<16
    case .indexed256: 16..<256
    }
  }
}
