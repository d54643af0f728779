import Glibc

/// A child that is there, what it still gets and what it has said.
struct ChildRun {
  /// Milliseconds after which it is looked at anew, for its end shows in no descriptor.
  private static let interval: Int32 = 5
  private static let chunkSize = 1 << 16
  /// More than a pipe holds, by default and for anybody but root.
  private static let mostChunks = 32

  private let child: pid_t
  private let outputLimit: Int
  private var input: Descriptor?
  private var unsent: ArraySlice<UInt8>
  /// The child's own end of it. Held, so that what it leaves there shows, and so that writing raises no SIGPIPE.
  private let inputLeft: Descriptor?
  private var output = Stream()
  private var errors = Stream()
  /// As `waitpid` has it; nil while it runs.
  private var status: Int32?

  /// What the child writes to.
  private struct Stream {
    var descriptor: Descriptor?
    var bytes: [UInt8] = []

    /// Takes in what is there.
    mutating func read() {
      guard let descriptor else { return }
      var failure: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: chunkSize) { buffer, count in
        let result = Glibc.read(descriptor.number, buffer.baseAddress, buffer.count)
        failure = result < 0 ? errno : 0
        count = max(result, 0)
      }
      bytes += chunk
      if chunk.isEmpty, failure != EAGAIN, failure != EINTR { self.descriptor = nil }
    }
  }

  /// Starts it.
  init(_ program: ChildProgram) throws(ChildFailure) {
    var ends = ChildEnds()
    if !program.input.isEmpty {
      let pipe = try Descriptor.pipe()
      (ends.input, input) = (pipe.reading, pipe.writing)
    }
    if program.outputLimit != nil {
      let pipes = (try Descriptor.pipe(), try Descriptor.pipe())
      (output.descriptor, ends.output) = pipes.0
      (errors.descriptor, ends.errors) = pipes.1
    }
    for descriptor in [input, output.descriptor, errors.descriptor] { descriptor?.neverBlock() }
    (inputLeft, unsent, outputLimit) = (ends.input, program.input[...], program.outputLimit ?? 0)
    child = try ends.spawn(program)
  }

  /// Waits a moment for something to happen, and does what it asks for.
  ///
  /// - Returns: whether it has ended.
  mutating func proceed() throws(ChildFailure) -> Bool {
    if try hasEnded() {
      // What it wrote is there. Nobody waits for what others may still write.
      for _ in 0..<Self.mostChunks { try readOutput() }
      return true
    }
    let waiting = [
      (output.descriptor, POLLIN), (errors.descriptor, POLLIN), (input, POLLOUT),
    ]
    var polled = waiting.compactMap { descriptor, events in
      descriptor.map { pollfd(fd: $0.number, events: Int16(events), revents: 0) }
    }
    guard poll(&polled, nfds_t(polled.count), Self.interval) > 0 else { return false }
    try readOutput()
    try write()
    return false
  }

  /// - Throws: if it left what it should have read.
  func outcome() throws(ChildFailure) -> ChildProgram.Outcome {
    let status = status ?? 0
    let end = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    guard end != 0 || unsent.isEmpty && inputLeft?.holdsUnread != true else { throw .leftInput }
    guard let text = String(validating: output.bytes, as: UTF8.self) else { throw .printedNoText }
    return .ended(status: end, output: text, errors: String(decoding: errors.bytes, as: UTF8.self))
  }

  /// Ends it, with all that it has started, if it hasn't ended by itself.
  mutating func end() {
    guard status == nil else { return }
    kill(-child, SIGKILL)
    while waitpid(child, nil, 0) < 0, errno == EINTR {}
  }

  private mutating func hasEnded() throws(ChildFailure) -> Bool {
    var status: Int32 = 0
    switch waitpid(child, &status, WNOHANG) {
    case child:
      self.status = status
      return true
    case 0: return false
    default:
      guard errno != EINTR else { return false }
      self.status = -1
      throw .unknownEnd
    }
  }

  private mutating func write() throws(ChildFailure) {
    guard let input else { return }
    let chunk = unsent.prefix(Self.chunkSize)
    let count = chunk.withUnsafeBytes { Glibc.write(input.number, $0.baseAddress, $0.count) }
    if count >= 0 { unsent = unsent.dropFirst(count) } else if errno != EAGAIN, errno != EINTR { throw .leftInput }
    if unsent.isEmpty { self.input = nil }
  }

  private mutating func readOutput() throws(ChildFailure) {
    output.read()
    if output.bytes.count > outputLimit { throw .printedTooMuch }
    errors.read()
    errors.bytes.removeLast(max(errors.bytes.count - outputLimit, 0))
  }
}
