import Dispatch
import Glibc

/// Hands signals to the main queue in place of what they would do to the program. Those that it was started to ignore, as by
/// nohup, it goes on ignoring.
@MainActor
final class SignalWatch {
  private let sources: [any DispatchSourceSignal]

  init(_ signals: [Int32], handle: @escaping @MainActor (Int32) -> Void) {
    // Blocked here and so in every thread to come, none of which then takes one away from its source.
    var set = sigset_t()
    sigemptyset(&set)
    let signals = signals.filter { !Self.isIgnored($0) }
    for signal in signals { sigaddset(&set, signal) }
    pthread_sigmask(SIG_BLOCK, &set, nil)
    sources = signals.map { signal in
      let source = DispatchSource.makeSignalSource(signal: signal, queue: .main)
      source.setEventHandler { MainActor.assumeIsolated { handle(signal) } }
      source.activate()
      return source
    }
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(signal, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
