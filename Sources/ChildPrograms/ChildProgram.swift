import Dispatch
import Glibc

/// Another program, run to its end without a shell: in a session of its own, so without the terminal, with signals as they
/// usually are, and with nothing open but its input, output and errors.
public struct ChildProgram: Sendable {
  public enum Outcome: Sendable, Hashable {
    /// - Parameters:
    ///   - status: what it ended with; 128 and the signal's number if a signal ended it.
    ///   - output: empty unless there is a limit for it; the same for errors.
    case ended(status: Int32, output: String, errors: String)
    /// Why there is no result, as the end of a sentence that begins with its name.
    case failed(String)
  }

  let words: [String]
  let environment: [String: String]?
  let input: [UInt8]
  let outputLimit: Int?

  /// - Parameters:
  ///   - words: the program, which is looked for in PATH unless it has a slash, and its arguments.
  ///   - environment: nil for this program's own.
  ///   - input: what it gets to read, all of which it has to take.
  ///   - outputLimit: the most bytes it may print, with more it fails; of its errors the rest is dropped. Nil if nobody
  ///     wants to know what it says.
  public init(
    _ words: [String], environment: [String: String]? = nil, input: [UInt8] = [], outputLimit: Int? = nil
  ) {
    self.words = words
    self.environment = environment
    self.input = input
    self.outputLimit = outputLimit
  }

  /// Whether there is a program at a path.
  public static func isExecutable(_ path: String) -> Bool { access(path, X_OK) == 0 }

  /// Runs it. It has ended when its own process has, whatever it has started and left behind. After the time limit, or
  /// when the task is cancelled, it is ended with all that it has started.
  public func run(timeLimit: Duration) async -> Outcome {
    let cancellation = Cancellation()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        // It blocks, which the threads of tasks must not.
        DispatchQueue.global().async {
          continuation.resume(returning: runBlocking(timeLimit: timeLimit) { cancellation.isSet })
        }
      }
    } onCancel: {
      cancellation.set()
    }
  }

  /// The same on this thread.
  public func runBlocking(timeLimit: Duration, isCancelled: () -> Bool = { false }) -> Outcome {
    let deadline = ContinuousClock.now + timeLimit
    do throws(ChildFailure) {
      var run = try ChildRun(self)
      defer { run.end() }
      while try !run.proceed() {
        if isCancelled() { throw .cancelled }
        if ContinuousClock.now > deadline { throw .tookTooLong }
      }
      return try run.outcome()
    } catch {
      return .failed(error.description)
    }
  }
}
