import Glibc
import Synchronization

/// The ends of pipes that a child gets as its own; `/dev/null` where there is none.
struct ChildEnds {
  /// `POSIX_SPAWN_SETSID`: without the terminal, which the explorer draws on; and to be ended with all it has started.
  private static let ownSession: Int32 = 0x80

  var input: Descriptor?
  var output: Descriptor?
  var errors: Descriptor?

  /// Starts a program with them. The explorer blocks signals and ignores some: the child gets them as they usually are.
  func spawn(_ program: ChildProgram) throws(ChildFailure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, end) in [(STDIN_FILENO, input), (STDOUT_FILENO, output), (STDERR_FILENO, errors)] {
      if let end {
        posix_spawn_file_actions_adddup2(&actions, end.number, number)
      } else {
        posix_spawn_file_actions_addopen(&actions, number, "/dev/null", number == STDIN_FILENO ? O_RDONLY : O_WRONLY, 0)
      }
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | Self.ownSession))
    var arguments = program.words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var variables = (program.environment ?? [:]).map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { variables.forEach { free($0) } }
    let name = program.words.first ?? ""
    var child: pid_t = 0
    let code = Descriptor.inheriting.withLock { _ in
      program.environment == nil
        ? posix_spawnp(&child, name, &actions, &attributes, &arguments, environ)
        : posix_spawnp(&child, name, &actions, &attributes, &arguments, &variables)
    }
    guard code == 0 else { throw .notStarted(code) }
    return child
  }
}
