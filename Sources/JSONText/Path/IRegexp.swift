/// A regular expression of RFC 9485 (I-Regexp), matched in time linear in the text whatever the pattern.
///
/// Unescaped `^` and `$` outside of classes stand for the beginning and the end of the text, as the public test suite of
/// RFC 9535 has it.
struct IRegexp: Sendable {
  enum Failure: Error {
    case malformed
    /// Its repetitions, written out, would take too much room and time.
    case tooLarge
  }

  enum Instruction: Sendable {
    case scalar(Unicode.Scalar)
    case scalars(IRegexpClass)
    case start
    case end
    /// Go on at both places.
    case split(Int, Int)
    case jump(Int)
    case accept
  }

  private let program: [Instruction]

  init(_ pattern: String) throws(Failure) {
    var parser = IRegexpParser(pattern)
    var compiler = IRegexpCompiler()
    program = try compiler.compile(try parser.parse())
  }

  /// Whether the pattern matches the text as a whole or, if not `wholly`, any part of it.
  ///
  /// - Parameter isStopped: asked at every scalar; the answer means nothing once it is true.
  func matches(_ text: String, wholly: Bool, isStopped: () -> Bool = { false }) -> Bool {
    var rest = text.unicodeScalars.makeIterator()
    var next = rest.next()
    var here = IRegexpThreads(capacity: program.count)
    var there = IRegexpThreads(capacity: program.count)
    here.add(0, of: program, atStart: true, atEnd: next == nil)
    while let scalar = next, !isStopped() {
      if here.hasAccepted, !wholly { return true }
      if here.places.isEmpty, wholly { return false }
      next = rest.next()
      there.removeAll()
      for place in here.places where isMatch(program[place], scalar) {
        there.add(place + 1, of: program, atStart: false, atEnd: next == nil)
      }
      if !wholly { there.add(0, of: program, atStart: false, atEnd: next == nil) }
      swap(&here, &there)
    }
    return here.hasAccepted
  }

  private func isMatch(_ instruction: Instruction, _ scalar: Unicode.Scalar) -> Bool {
    switch instruction {
    case .scalar(let wanted): scalar == wanted
    case .scalars(let wanted): wanted.contains(scalar)
    case .start, .end, .split, .jump, .accept: false
    }
  }
}

/// Where in a program the simulation is at one place of the text: every place once.
private struct IRegexpThreads {
  /// The instructions that wait for a scalar.
  private(set) var places: [Int] = []
  private(set) var hasAccepted = false
  /// In which round each instruction was reached last.
  private var reached: [Int]
  private var round = 1
  private var pending: [Int] = []

  init(capacity: Int) { reached = Array(repeating: 0, count: capacity) }

  mutating func removeAll() {
    places.removeAll(keepingCapacity: true)
    hasAccepted = false
    round += 1
  }

  /// Goes on from an instruction to all that can be reached without a scalar.
  mutating func add(_ start: Int, of program: [IRegexp.Instruction], atStart: Bool, atEnd: Bool) {
    pending.append(start)
    while let place = pending.popLast() {
      guard reached[place] != round else { continue }
      reached[place] = round
      switch program[place] {
      case .scalar, .scalars: places.append(place)
      case .start: if atStart { pending.append(place + 1) }
      case .end: if atEnd { pending.append(place + 1) }
      case .jump(let target): pending.append(target)
      case .split(let first, let second):
        pending.append(second)
        pending.append(first)
      case .accept: hasAccepted = true
      }
    }
  }
}
