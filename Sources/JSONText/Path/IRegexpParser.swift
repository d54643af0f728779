/// A pattern as it is built (RFC 9485, section 4).
indirect enum IRegexpNode: Sendable {
  case scalar(Unicode.Scalar)
  case scalars(IRegexpClass)
  case start
  case end
  case sequence([IRegexpNode])
  case alternatives([IRegexpNode])
  /// At least `minimum` times and at most `maximum` times; nil is without end.
  case repetition(IRegexpNode, minimum: Int, maximum: Int?)
}

/// Reads a pattern.
struct IRegexpParser {
  private static let maximumNesting = 64
  private var rest: Substring.UnicodeScalarView
  private var nesting = 0

  init(_ pattern: String) { rest = pattern[...].unicodeScalars }

  mutating func parse() throws(IRegexp.Failure) -> IRegexpNode {
    let node = try parseAlternatives()
    guard rest.isEmpty else { throw .malformed }
    return node
  }

  private mutating func parseAlternatives() throws(IRegexp.Failure) -> IRegexpNode {
    var branches: [IRegexpNode] = []
    repeat {
      var pieces: [IRegexpNode] = []
      while let next = rest.first, next != "|", next != ")" { pieces.append(try parsePiece()) }
      branches.append(.sequence(pieces))
    } while take("|")
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func parsePiece() throws(IRegexp.Failure) -> IRegexpNode {
    let atom = try parseAtom()
    if take("*") { return .repetition(atom, minimum: 0, maximum: nil) }
    if take("+") { return .repetition(atom, minimum: 1, maximum: nil) }
    if take("?") { return .repetition(atom, minimum: 0, maximum: 1) }
    guard take("{") else { return atom }
    let minimum = try parseCount()
    var maximum: Int? = minimum
    if take(",") { maximum = rest.first == "}" ? nil : try parseCount() }
    guard take("}"), maximum.map({ $0 >= minimum }) ?? true else { throw .malformed }
    return .repetition(atom, minimum: minimum, maximum: maximum)
  }

  private mutating func parseCount() throws(IRegexp.Failure) -> Int {
    var digits = ""
    while let digit = rest.first, ("0"..."9").contains(digit) {
      digits.unicodeScalars.append(digit)
      rest.removeFirst()
    }
    guard !digits.isEmpty else { throw .malformed }
    guard let count = Int(digits) else { throw .tooLarge }
    return count
  }

  private mutating func parseAtom() throws(IRegexp.Failure) -> IRegexpNode {
    guard let scalar = rest.popFirst() else { throw .malformed }
    switch scalar {
    case "(":
      guard nesting < Self.maximumNesting else { throw .tooLarge }
      nesting += 1
      let group = try parseAlternatives()
      nesting -= 1
      guard take(")") else { throw .malformed }
      return group
    case ".": return .scalars(.anyButLineBreaks)
    case "^": return .start
    case "$": return .end
    case "[": return .scalars(try parseClass())
    case "\\":
      switch try parseEscape() {
      case .scalar(let scalar): return .scalar(scalar)
      case .category(let category): return .scalars(IRegexpClass(categories: [category]))
      }
    case ")", "*", "+", "?", "]", "{", "|", "}": throw .malformed
    default: return .scalar(scalar)
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first == scalar else { return false }
    rest.removeFirst()
    return true
  }
}

// MARK: - Escapes and classes

extension IRegexpParser {
  private enum Escape {
    case scalar(Unicode.Scalar)
    case category(IRegexpClass.Category)
  }

  /// Reads what follows a backslash.
  private mutating func parseEscape() throws(IRegexp.Failure) -> Escape {
    guard let scalar = rest.popFirst() else { throw .malformed }
    switch scalar {
    case "(", ")", "*", "+", "-", ".", "?", "[", "\\", "]", "^", "{", "|", "}": return .scalar(scalar)
    case "n": return .scalar("\n")
    case "r": return .scalar("\r")
    case "t": return .scalar("\t")
    case "p", "P":
      guard take("{"), let end = rest.firstIndex(of: "}"),
        let category = IRegexpClass.Category(String(rest[..<end]), isComplement: scalar == "P")
      else { throw .malformed }
      rest = rest[rest.index(after: end)...]
      return .category(category)
    default: throw .malformed
    }
  }

  /// Reads what follows `[`, to `]`.
  private mutating func parseClass() throws(IRegexp.Failure) -> IRegexpClass {
    let isComplement = take("^")
    var ranges: [ClosedRange<UInt32>] = []
    var categories: [IRegexpClass.Category] = []
    // A hyphen stands for itself at the beginning and at the end.
    if take("-") { ranges.append(0x2D...0x2D) }
    while let next = rest.first, next != "]" {
      if take("-") {
        guard rest.first == "]" else { throw .malformed }
        ranges.append(0x2D...0x2D)
        break
      }
      switch try parseClassMember() {
      case .category(let category): categories.append(category)
      case .scalar(let first): ranges.append(first.value...(try parseRangeEnd(from: first)).value)
      }
    }
    guard take("]"), !ranges.isEmpty || !categories.isEmpty else { throw .malformed }
    return IRegexpClass(ranges: ranges, categories: categories, isComplement: isComplement)
  }

  /// Reads what follows the first scalar of a range, if it is one.
  private mutating func parseRangeEnd(from first: Unicode.Scalar) throws(IRegexp.Failure) -> Unicode.Scalar {
    guard rest.first == "-", rest.dropFirst().first != "]" else { return first }
    rest.removeFirst()
    guard case .scalar(let last) = try parseClassMember(), first <= last else { throw .malformed }
    return last
  }

  private mutating func parseClassMember() throws(IRegexp.Failure) -> Escape {
    if take("\\") { return try parseEscape() }
    guard let scalar = rest.popFirst(), scalar != "[", scalar != "]", scalar != "-" else { throw .malformed }
    return .scalar(scalar)
  }
}
