import Glibc

/// How the program ends when its work is done or given up.
enum Ending: Equatable {
  case status(Int32)
  /// Of the signal that asked it to, as if it had never been caught: by that a shell knows that its loop is to end, too.
  case signal(Int32)

  /// Everything is put away by now.
  func take() -> Never {
    switch self {
    case .status(let status): exit(status)
    case .signal(let number):
      Glibc.signal(number, SIG_DFL)
      var set = sigset_t([number])
      pthread_sigmask(SIG_UNBLOCK, &set, nil)
      raise(number)
      // The first process of a container outlives signals that have their default.
      exit(128 + number)
    }
  }
}
