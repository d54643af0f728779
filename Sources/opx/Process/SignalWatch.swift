import Dispatch
import Glibc

/// Hands signals to the main queue in place of what they would do to the program. Those that it was started to ignore, as by
/// nohup, it goes on ignoring.
@MainActor
final class SignalWatch {
  private let signals: [Int32]
  private let sources: [any DispatchSourceSignal]

  init(_ signals: [Int32], handle: @escaping @MainActor (Int32) -> Void) {
    let signals = signals.filter { !Self.isIgnored($0) }
    self.signals = signals
    // Blocked here and so in every thread to come, none of which then takes one away from its source.
    var set = sigset_t(signals)
    pthread_sigmask(SIG_BLOCK, &set, nil)
    sources = signals.map { signal in
      let source = DispatchSource.makeSignalSource(signal: signal, queue: .main)
      source.setEventHandler { MainActor.assumeIsolated { handle(signal) } }
      source.activate()
      return source
    }
  }

  /// Lets the signals have their usual effect again: whoever asks a second time doesn't want to wait. One that has come
  /// together with the first, as timeout sends it, is no second time; nor is SIGHUP, which a closing window sends twice.
  func letThrough() {
    sources.forEach { $0.cancel() }
    var set = sigset_t(signals.filter { $0 != SIGHUP })
    var none = timespec()
    while sigtimedwait(&set, nil, &none) > 0 {}
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(signal, nil, &action) == 0 else { return false }
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

extension sigset_t {
  init(_ signals: [Int32]) {
    self.init()
    sigemptyset(&self)
    for signal in signals { sigaddset(&self, signal) }
  }
}
