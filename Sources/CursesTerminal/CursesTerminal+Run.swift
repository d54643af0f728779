import Glibc
public import Terminal

extension CursesTerminal {
  /// The program's event loop: waits without waking, hands every event to `handle`, runs what waits for the main
  /// actor, and calls `beforeWait` once when all that is done: the place to draw.
  ///
  /// Returns after `stop()`, or after `.closed`.
  public func run(handle: (TerminalEvent) -> Void, beforeWait: () -> Void) {
    isRunning = true
    while isRunning {
      beforeWait()
      guard isRunning else { break }
      let ready = events.wait(milliseconds: inbox.isEmpty ? Self.milliseconds(until: deadline) : 0)
      if ready.mainQueue { MainQueue.drain() }
      if ready.signals { takeSignals() }
      if ready.input, let bytes = events.readInput() {
        inbox += decoder.decode(bytes)
        setDeadline()
      } else if ready.hangup || ready.input {
        inbox.append(.closed)
      } else if let passed = deadline, passed <= .now {
        inbox += decoder.flush()
        setDeadline()
      }
      deliver(to: handle)
    }
  }

  private func setDeadline() {
    deadline = decoder.patience.map { .now + .milliseconds($0) }
  }

  /// Makes `run` return once the current event is handled.
  public func stop() {
    isRunning = false
  }

  private func deliver(to handle: (TerminalEvent) -> Void) {
    var batch: [TerminalEvent] = []
    swap(&batch, &inbox)
    for event in batch where isRunning {
      if case .background = event { answerDue = nil }
      handle(event)
      if event == .closed { stop() }
    }
  }

  private func takeSignals() {
    while let signal = events.nextSignal() {
      switch signal {
      case SIGWINCH: noticeResize()
      case SIGTSTP: suspend()
      case SIGCONT: showScreen()
      default: inbox.append(.terminate(signal: signal))
      }
    }
  }

  /// Takes in the rest of a paste that is on its way, within reason: the shell would take its lines for commands.
  /// Then settles what is held back; what is still to come of it is thrown away.
  func endInput() {
    let deadline = ContinuousClock.now + .seconds(1)
    while decoder.isPasting, .now < deadline, events.awaitInput(milliseconds: 100), let bytes = events.readInput() {
      inbox += decoder.decode(bytes)
    }
    inbox += decoder.flush()
    decoder = InputDecoder()
    self.deadline = nil
  }

  /// Rounded up, so that the deadline has passed when the wait is over.
  private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let (seconds, attoseconds) = (deadline - .now).components
    return Int32(max(0, seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000))
  }
}
