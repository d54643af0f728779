import CNcurses
import Terminal

/// Writes cells into ncurses' window.
@MainActor
struct Pen {
  private let isASCII: Bool
  private var palette: ColorPalette
  private var line: [cchar_t] = []
  /// The last style and an empty cell of it: neighbours mostly share one.
  private var style = Style.plain
  private var empty = cn_cell(0, 0)
  private var emptyCells: [Style: cchar_t] = [:]

  var depth: ColorDepth { palette.depth }

  /// - Parameters:
  ///   - most: fewer colours than the terminal has, where somebody wants that.
  ///   - isASCII: whether to draw with ASCII alone.
  init(atMost most: ColorDepth?, isASCII: Bool) {
    self.isASCII = isASCII
    // Without start_color the pair functions crash, and on a terminal without colours it fails.
    if most != ColorDepth.none, has_colors(), start_color() != ERR, use_default_colors() != ERR {
      let own = ColorDepth(colorCount: Int(cn_color_count()))
      palette = ColorPalette(depth: most.map { min($0, own) } ?? own)
    } else {
      palette = ColorPalette(depth: .none)
    }
  }

  mutating func draw(_ grid: Grid, _ span: Grid.Span) {
    line.removeAll(keepingCapacity: true)
    for cell in grid.row(span.y).dropFirst(span.columns.lowerBound).prefix(span.columns.count) {
      guard !cell.isContinuation else { continue }
      if cell.style != style, !cell.looksSame(in: style) { take(cell.style) }
      append(cell)
    }
    mvwadd_wchnstr(cn_stdscr(), Int32(span.y), Int32(span.columns.lowerBound), line, Int32(line.count))
  }

  /// Shows the cursor at a position, or hides it.
  func placeCursor(_ position: Position?) {
    leaveok(cn_stdscr(), position == nil)
    curs_set(position == nil ? 0 : 1)
    if let position { wmove(cn_stdscr(), Int32(position.y), Int32(position.x)) }
  }

  private mutating func append(_ cell: Cell) {
    let glyph = isASCII ? cell.glyph.ascii : cell.glyph
    let scalars = glyph.scalarValues
    if scalars[0] < 0x7F {
      append(scalars)
      if cell.width == 2 { append(SIMD4(0x20, 0, 0, 0)) }
    } else if cn_width(scalars[0]) == Int32(cell.width) {
      append(scalars)
    } else {
      // ncurses would take another number of columns, or draw nothing at all.
      append(SIMD4(0xFFFD, 0, 0, 0))
      if cell.width == 2 { append(SIMD4(0x20, 0, 0, 0)) }
    }
  }

  private mutating func append(_ scalars: SIMD4<UInt32>) {
    var cell = empty
    cn_set_text(&cell, scalars[0], scalars[1], scalars[2], scalars[3])
    line.append(cell)
  }

  private mutating func take(_ style: Style) {
    self.style = style
    if let known = emptyCells[style] {
      empty = known
      return
    }
    // When there are no more pairs, ncurses takes the one that was asked for longest ago. It must be none of these.
    if emptyCells.count >= Int(cn_pair_count()) - 1 { emptyCells = [:] }
    empty = makeEmpty(style)
    emptyCells[style] = empty
  }

  private mutating func makeEmpty(_ style: Style) -> cchar_t {
    let numbers = palette.numbers(for: style)
    let kept = palette.attributes(of: style, in: numbers)
    var attributes: attr_t = 0
    for (attribute, bit) in Self.attributeBits where kept.contains(attribute) { attributes |= bit }
    let (foreground, background) = numbers
    let isPlain = palette.depth == .none || foreground < 0 && background < 0
    return cn_cell(attributes, isPlain ? 0 : max(0, alloc_pair(foreground, background)))
  }

  private static let attributeBits: [(Style.Attributes, attr_t)] = [
    (.bold, CN_BOLD), (.dim, CN_DIM), (.italic, CN_ITALIC), (.underline, CN_UNDERLINE), (.reverse, CN_REVERSE),
  ]
}
