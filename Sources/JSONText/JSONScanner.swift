/// Finds the structure of JSON text while its bytes arrive, strictly by RFC 8259.
///
/// Feed every chunk to ``scan(_:)`` in order, then make a ``JSONDocument`` of the whole text and the scanner. Nesting
/// costs twelve bytes a level and no recursion. A UTF-8 byte order mark before all else is skipped; invalid UTF-8 and lone
/// surrogates pass, and are repaired when a string is decoded.
public struct JSONScanner: Sendable {
  /// How deep containers may nest. Without a bound, a body of nothing but `[` would take twenty times its size.
  package static let maximumDepth = 1_000_000

  /// How many bytes were given, those after an error included.
  public private(set) var byteCount = 0
  /// What is wrong with the text so far.
  public private(set) var error: JSONSyntaxError?
  private(set) var tape = JSONTape()

  private var state = State.start
  private var open: [Container] = []
  private var tokenStart = 0
  private var tokenIsKey = false
  /// The bytes that a literal or the byte order mark still needs, the next one lowest.
  private var expectedBytes: UInt32 = 0
  private var hexDigitsLeft = 0
  private let maximumByteCount: Int

  private struct Container: Sendable {
    let opening: UInt32
    let isObject: Bool
    var children: UInt32 = 0
  }

  private enum State: Sendable {
    case start, byteOrderMark, value, valueOrBracket, key, keyOrBrace, colon, commaOrClosing, end
    case string, escape, hexDigits, literal
    case number(JSONNumberState)
    case failed
  }

  public init() { self.init(maximumByteCount: JSONSlot.maximumOffset) }

  package init(maximumByteCount: Int) { self.maximumByteCount = maximumByteCount }

  /// Reads the next part of the text. After an error the rest is only counted.
  public mutating func scan(_ chunk: Span<UInt8>) {
    defer { byteCount += chunk.count }
    guard error == nil else { return }
    guard chunk.count <= maximumByteCount - byteCount else {
      return fail(.tooLong, at: maximumByteCount - byteCount)
    }
    var position = 0
    while position < chunk.count {
      switch state {
      case .string: position = scanString(chunk, from: position)
      case .escape, .hexDigits, .literal, .byteOrderMark:
        scanTokenByte(chunk[position], at: position)
        position += 1
      case .number(let number): position = scanNumber(chunk, from: position, in: number)
      case .failed: return
      default:
        switch chunk[position] {
        case 0x20, 0x0A, 0x0D, 0x09: break
        case let byte: scanStructure(byte, at: position)
        }
        position += 1
      }
    }
  }

  /// Ends the text: an incomplete one becomes an error, and containers still open end here.
  mutating func finish() {
    switch state {
    case .number(let number) where number.isComplete: endScalar(at: 0)
    default: break
    }
    switch state {
    case .end, .failed: break
    case .start: fail(.noValue, at: 0)
    case .string, .escape, .hexDigits: fail(.endInsideString, at: 0)
    case .value where open.isEmpty: fail(.noValue, at: 0)
    default: fail(.unexpectedEnd, at: 0)
    }
    closeBrokenContainers()
  }
}

// MARK: - Structure

extension JSONScanner {
  private mutating func scanStructure(_ byte: UInt8, at position: Int) {
    switch state {
    case .commaOrClosing: scanCommaOrClosing(byte, at: position)
    case .colon where byte == UInt8(ascii: ":"): state = .value
    case .colon: fail(.expectedColon, at: position)
    case .key, .keyOrBrace:
      if byte == UInt8(ascii: "\"") {
        beginToken(.string, at: position)
        tokenIsKey = true
      } else if byte == UInt8(ascii: "}"), case .keyOrBrace = state {
        closeContainer(at: position)
      } else if case .key = state {
        fail(.expectedKey, at: position)
      } else {
        fail(.expectedKeyOrBrace, at: position)
      }
    case .start where byte == 0xEF && offset(position) == 0:
      state = .byteOrderMark
      expectedBytes = 0xBFBB
    case .valueOrBracket where byte == UInt8(ascii: "]"): closeContainer(at: position)
    case .valueOrBracket: beginValue(byte, at: position, otherwise: .expectedValueOrBracket)
    case .end: fail(.expectedEnd, at: position)
    default: beginValue(byte, at: position, otherwise: .expectedValue)
    }
  }

  private mutating func scanCommaOrClosing(_ byte: UInt8, at position: Int) {
    let isInObject = open.last?.isObject == true
    switch byte {
    case UInt8(ascii: ","): state = isInObject ? .key : .value
    case UInt8(ascii: "}") where isInObject: closeContainer(at: position)
    case UInt8(ascii: "]") where !isInObject: closeContainer(at: position)
    default: fail(isInObject ? .expectedCommaOrBrace : .expectedCommaOrBracket, at: position)
    }
  }

  private mutating func beginValue(_ byte: UInt8, at position: Int, otherwise reason: JSONSyntaxError.Reason) {
    switch byte {
    case UInt8(ascii: "\""): beginToken(.string, at: position)
    case UInt8(ascii: "{"): openContainer(isObject: true, at: position)
    case UInt8(ascii: "["): openContainer(isObject: false, at: position)
    case UInt8(ascii: "t"): beginLiteral(rest: "rue", at: position)
    case UInt8(ascii: "f"): beginLiteral(rest: "alse", at: position)
    case UInt8(ascii: "n"): beginLiteral(rest: "ull", at: position)
    default:
      guard let number = JSONNumberState(first: byte) else { return fail(reason, at: position) }
      beginToken(.number(number), at: position)
    }
  }

  private mutating func openContainer(isObject: Bool, at position: Int) {
    guard open.count < Self.maximumDepth else { return fail(.tooDeep, at: position) }
    let place = tape.count
    append(.opening(offset(position), closing: place))
    open.append(Container(opening: UInt32(place), isObject: isObject))
    state = isObject ? .keyOrBrace : .valueOrBracket
  }

  private mutating func closeContainer(at position: Int) {
    guard let container = open.popLast() else { return }
    let opening = Int(container.opening)
    if container.children == 0 {
      tape.closeEmpty(opening, end: offset(position + 1))
    } else {
      tape.close(opening, at: offset(position), depth: open.count)
    }
    state = open.isEmpty ? .end : .commaOrClosing
  }

  /// Appends a value or a key, and counts values as children of the container around them.
  private mutating func append(_ slot: JSONSlot) {
    if !slot.isKey, !open.isEmpty {
      let last = open.count - 1
      let number = open[last].children + 1
      open[last].children = number
      if number % JSONTape.milestone == 0 { tape.noteMilestone(tape.count, of: Int(open[last].opening)) }
    }
    tape.append(slot, depth: open.count)
  }

  private mutating func closeBrokenContainers() {
    // A key without its value is of no use to a reader.
    tape.removeLastKey()
    let end = min(error?.offset ?? byteCount, byteCount)
    while let container = open.popLast() {
      tape.close(Int(container.opening), at: end, depth: open.count, isMissing: true)
    }
    tape.finish()
  }
}

// MARK: - Tokens

extension JSONScanner {
  private mutating func beginToken(_ token: State, at position: Int) {
    tokenStart = offset(position)
    tokenIsKey = false
    state = token
  }

  private mutating func beginLiteral(rest: StaticString, at position: Int) {
    beginToken(.literal, at: position)
    expectedBytes = rest.withUTF8Buffer { $0.reversed().reduce(0) { $0 << 8 | UInt32($1) } }
  }

  private mutating func endScalar(at position: Int) {
    append(.leaf(tokenStart, end: offset(position), isKey: tokenIsKey))
    state = tokenIsKey ? .colon : open.isEmpty ? .end : .commaOrClosing
  }

  private mutating func scanString(_ chunk: Span<UInt8>, from start: Int) -> Int {
    let position = chunk.firstIndexOfStringSpecial(from: start)
    guard position < chunk.count else { return position }
    switch chunk[position] {
    case UInt8(ascii: "\""): endScalar(at: position + 1)
    case UInt8(ascii: "\\"): state = .escape
    default: fail(.controlCharacter, at: position)
    }
    return position + 1
  }

  private mutating func scanTokenByte(_ byte: UInt8, at position: Int) {
    switch state {
    case .escape: scanEscape(byte, at: position)
    case .hexDigits: scanHexDigit(byte, at: position)
    default: scanExpectedByte(byte, at: position)
    }
  }

  private mutating func scanEscape(_ byte: UInt8, at position: Int) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      state = .string
    case UInt8(ascii: "u"):
      hexDigitsLeft = 4
      state = .hexDigits
    default: fail(.unknownEscape, at: position)
    }
  }

  private mutating func scanHexDigit(_ byte: UInt8, at position: Int) {
    guard byte.hexDigitValue != nil else { return fail(.expectedHexDigit, at: position) }
    hexDigitsLeft -= 1
    if hexDigitsLeft == 0 { state = .string }
  }

  private mutating func scanExpectedByte(_ byte: UInt8, at position: Int) {
    let isMark = if case .byteOrderMark = state { true } else { false }
    guard byte == UInt8(truncatingIfNeeded: expectedBytes) else {
      return fail(isMark ? .expectedValue : .expectedLiteral, at: position)
    }
    expectedBytes >>= 8
    guard expectedBytes == 0 else { return }
    if isMark { state = .value } else { endScalar(at: position + 1) }
  }

  private mutating func scanNumber(_ chunk: Span<UInt8>, from start: Int, in number: JSONNumberState) -> Int {
    var position = start
    var number = number
    while position < chunk.count, let next = number.after(chunk[position]) {
      number = next
      position += 1
    }
    if position == chunk.count {
      state = .number(number)
    } else if number.isComplete, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(chunk[position]) {
      endScalar(at: position)
    } else {
      fail(.malformedNumber, at: position)
    }
    return position
  }

  private func offset(_ position: Int) -> Int { byteCount + position }

  private mutating func fail(_ reason: JSONSyntaxError.Reason, at position: Int) {
    error = JSONSyntaxError(offset: byteCount + position, reason: reason)
    state = .failed
  }
}
