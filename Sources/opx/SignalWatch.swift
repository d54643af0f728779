import Dispatch
import Glibc

/// Hands signals to the main queue in place of what they would do to the program.
@MainActor
final class SignalWatch {
  private let sources: [any DispatchSourceSignal]

  init(_ signals: [Int32], handle: @escaping @MainActor (Int32) -> Void) {
    // Blocked here and so in every thread to come, none of which then takes one away from its source.
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal) }
    pthread_sigmask(SIG_BLOCK, &set, nil)
    sources = signals.map { signal in
      let source = DispatchSource.makeSignalSource(signal: signal, queue: .main)
      source.setEventHandler { MainActor.assumeIsolated { handle(signal) } }
      source.activate()
      return source
    }
  }
}
