import Dispatch
import Glibc

/// A program run to its end with something on its standard input and nothing shown of what it says.
enum ChildProgram {
  private static let patience: Duration = .seconds(3)
  private static let pollInterval: UInt32 = 5_000

  static func isExecutable(_ path: String) -> Bool { access(path, X_OK) == 0 }

  /// - Returns: whether it ended well, and in time.
  static func run(_ command: [String], input: [UInt8]) async -> Bool {
    await withCheckedContinuation { continuation in
      // It blocks, which the threads of tasks must not.
      DispatchQueue.global().async { continuation.resume(returning: runBlocking(command, input: input)) }
    }
  }

  private static func runBlocking(_ command: [String], input: [UInt8]) -> Bool {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let child = spawn(command, input: ends[0])
    close(ends[0])
    guard let child else {
      close(ends[1])
      return false
    }
    _ = FileDescriptor.write(input, to: ends[1])
    close(ends[1])
    return wait(for: child)
  }

  /// The explorer blocks signals and ignores some: the child gets them as they usually are.
  private static func spawn(_ command: [String], input: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var arguments = command.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var child: pid_t = 0
    return posix_spawn(&child, command[0], &actions, &attributes, &arguments, environ) == 0 ? child : nil
  }

  private static func wait(for child: pid_t) -> Bool {
    let deadline = ContinuousClock.now + patience
    var status: Int32 = 0
    while waitpid(child, &status, WNOHANG) == 0 {
      guard ContinuousClock.now < deadline else {
        kill(child, SIGKILL)
        waitpid(child, &status, 0)
        return false
      }
      usleep(pollInterval)
    }
    return status == 0
  }
}
