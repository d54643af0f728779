import Dispatch
import Glibc

/// A program run to its end without a shell and without input, for what it prints.
enum ChildOutput {
  enum Result: Sendable, Hashable {
    case ended(status: Int32, output: String, errors: String)
    /// Why there is no result, as the end of a sentence.
    case failed(String)
  }

  private static let pollInterval: Int32 = 50
  /// `POSIX_SPAWN_SETSID`: without the terminal, which the explorer draws on; and to be ended with all it has started.
  private static let ownSession: Int32 = 0x80

  /// - Parameter limit: the most bytes of its output; with more it fails. Of its complaints the rest is dropped.
  static func run(
    _ words: [String], environment: [String: String], timeLimit: Duration, limit: Int
  ) async -> Result {
    let cancellation = Cancellation()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        // It blocks, which the threads of tasks must not.
        DispatchQueue.global().async {
          let deadline = ContinuousClock.now + timeLimit
          continuation.resume(
            returning: run(words, environment, limit) {
              cancellation.isSet ? "was ended" : ContinuousClock.now > deadline ? "took too long" : nil
            })
        }
      }
    } onCancel: {
      cancellation.set()
    }
  }

  /// - Parameter isOver: why it is to be ended before its end; nil while it isn't.
  private static func run(
    _ words: [String], _ environment: [String: String], _ limit: Int, isOver: () -> String?
  ) -> Result {
    guard let output = Pipe(), let errors = Pipe() else { return .failed("can't be run: \(lastError)") }
    var child: pid_t = 0
    let code = spawn(words, environment, output, errors, &child)
    for pipe in [output, errors] { close(pipe.input) }
    defer { for pipe in [output, errors] { close(pipe.output) } }
    guard code == 0 else { return .failed("can't be run: \(String(cString: strerror(code)))") }
    var texts: [Int32: [UInt8]] = [:]
    var open = [output.output, errors.output]
    while !open.isEmpty {
      if let reason = isOver() ?? ((texts[output.output]?.count ?? 0) > limit ? "printed too much" : nil) {
        return end(child, reason)
      }
      var waiting = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      guard poll(&waiting, nfds_t(waiting.count), pollInterval) > 0 else { continue }
      for ready in waiting where ready.revents != 0 {
        let chunk = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
          count = max(read(ready.fd, buffer.baseAddress, buffer.count), 0)
        }
        if chunk.isEmpty { open.removeAll { $0 == ready.fd } }
        if (texts[ready.fd]?.count ?? 0) <= limit { texts[ready.fd, default: []] += chunk }
      }
    }
    var status: Int32 = 0
    while waitpid(child, &status, WNOHANG) == 0 {
      if let reason = isOver() { return end(child, reason) }
      usleep(5_000)
    }
    let end = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    guard let text = String(validating: texts[output.output] ?? [], as: UTF8.self) else {
      return .failed("printed something that is no text")
    }
    return .ended(status: end, output: text, errors: String(decoding: texts[errors.output] ?? [], as: UTF8.self))
  }

  /// With all that it has started.
  private static func end(_ child: pid_t, _ reason: String) -> Result {
    kill(-child, SIGKILL)
    var status: Int32 = 0
    waitpid(child, &status, 0)
    return .failed(reason)
  }

  private static func spawn(
    _ words: [String], _ environment: [String: String], _ output: Pipe, _ errors: Pipe, _ child: inout pid_t
  ) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output.input, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors.input, STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | ownSession
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var arguments = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { variables.forEach { free($0) } }
    return posix_spawnp(&child, words.first ?? "", &actions, &attributes, &arguments, &variables)
  }

  private static var lastError: String { String(cString: strerror(errno)) }

  private struct Pipe {
    let output: Int32
    let input: Int32

    init?() {
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0 else { return nil }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      (output, input) = (ends[0], ends[1])
    }
  }
}
