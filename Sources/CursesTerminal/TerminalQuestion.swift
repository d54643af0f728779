import CNcurses
import Glibc

/// A question on a terminal, answered by one line; needs no screen. However it ends, the terminal is as it was before.
public struct TerminalQuestion {
  /// How long until a cancelled task stops waiting.
  private static let pollInterval: Int32 = 50

  private let text: String
  private let isHidden: Bool

  /// - Parameter isHidden: whether the answer is not shown, and the rest of what is typed with it dropped.
  public init(_ text: String, isHidden: Bool = false) {
    self.text = text
    self.isHidden = isHidden
  }

  /// Asks and blocks until the line is complete, so that nothing of it is left to whoever reads next.
  ///
  /// - Returns: the line without its end; nil if there is none, or nobody who could answer.
  /// - Throws: `CancellationError`.
  public func ask(input: Int32, output: Int32) throws(CancellationError) -> String? {
    let bytes = Array(text.utf8).map(CChar.init(bitPattern:))
    return try bytes.withUnsafeBufferPointer { text throws(CancellationError) in
      let question = cn_question(
        input: input, output: output, text: text.baseAddress, length: text.count, is_hidden: isHidden)
      guard cn_question_begin(question) else { return nil }
      defer { cn_question_end() }
      let line = try Self.line(from: input)
      if line == nil { _ = write(output, "\n", 1) }
      return line
    }
  }

  /// Whether the answer is "y" or "yes".
  ///
  /// - Throws: `CancellationError`.
  public func isAnsweredYes(input: Int32, output: Int32) throws(CancellationError) -> Bool {
    guard let answer = try ask(input: input, output: output) else { return false }
    return ["y", "yes"].contains { $0 == answer.lowercased() }
  }

  /// A terminal hands out one line at a time, at most.
  private static func line(from input: Int32) throws(CancellationError) -> String? {
    var line: [UInt8] = []
    while line.last != UInt8(ascii: "\n") {
      guard !Task.isCancelled else { throw CancellationError() }
      var waiting = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, pollInterval) > 0 else { continue }
      var failure: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
        let result = read(input, buffer.baseAddress, buffer.count)
        failure = result < 0 ? errno : 0
        count = max(result, 0)
      }
      if failure == EINTR { continue }
      guard !chunk.isEmpty else { return line.isEmpty ? nil : String(decoding: line, as: UTF8.self) }
      line += chunk
    }
    return String(decoding: line.dropLast(), as: UTF8.self)
  }
}
