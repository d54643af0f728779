/// Turns a pattern into a program, repetitions written out.
struct IRegexpCompiler {
  /// How many instructions there may be: what bounds the time a scalar of the text takes.
  private static let maximumSize = 2000
  private var program: [IRegexp.Instruction] = []
  /// How many nodes were compiled, counting each copy: bounds the time that repetitions of nothing take.
  private var steps = 0

  mutating func compile(_ node: IRegexpNode) throws(IRegexp.Failure) -> [IRegexp.Instruction] {
    try add(node)
    try append(.accept)
    return program
  }

  private mutating func add(_ node: IRegexpNode) throws(IRegexp.Failure) {
    steps += 1
    guard steps <= 4 * Self.maximumSize else { throw .tooLarge }
    switch node {
    case .scalar(let scalar): try append(.scalar(scalar))
    case .scalars(let scalars): try append(.scalars(scalars))
    case .start: try append(.start)
    case .end: try append(.end)
    case .sequence(let nodes): for each in nodes { try add(each) }
    case .alternatives(let branches): try addAlternatives(branches)
    case .repetition(let node, let minimum, let maximum):
      for _ in 0..<minimum { try add(node) }
      if let maximum {
        try addOptional(node, times: maximum - minimum)
      } else {
        try addLoop(node)
      }
    }
  }

  private mutating func addAlternatives(_ branches: [IRegexpNode]) throws(IRegexp.Failure) {
    var jumps: [Int] = []
    for branch in branches.dropLast() {
      let split = program.count
      try append(.split(split + 1, 0))
      try add(branch)
      jumps.append(program.count)
      try append(.jump(0))
      program[split] = .split(split + 1, program.count)
    }
    if let last = branches.last { try add(last) }
    for jump in jumps { program[jump] = .jump(program.count) }
  }

  private mutating func addOptional(_ node: IRegexpNode, times: Int) throws(IRegexp.Failure) {
    var splits: [Int] = []
    for _ in 0..<times {
      splits.append(program.count)
      try append(.split(0, 0))
      try add(node)
    }
    for split in splits { program[split] = .split(split + 1, program.count) }
  }

  private mutating func addLoop(_ node: IRegexpNode) throws(IRegexp.Failure) {
    let split = program.count
    try append(.split(0, 0))
    try add(node)
    try append(.jump(split))
    program[split] = .split(split + 1, program.count)
  }

  private mutating func append(_ instruction: IRegexp.Instruction) throws(IRegexp.Failure) {
    guard program.count < Self.maximumSize else { throw .tooLarge }
    program.append(instruction)
  }
}
