import Glibc
import OpenPayments

/// One line on a terminal's standard error that is written over as the work goes on.
struct ExportProgress {
  private static let interval: Duration = .milliseconds(100)

  private let isShown: Bool
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?

  init(isShown: Bool) { self.isShown = isShown }

  mutating func show(_ progress: DirectoryProgress) {
    let now = ContinuousClock.now
    guard isShown, lastShown.map({ now - $0 >= Self.interval }) ?? true else { return }
    lastShown = now
    write("\r\u{1B}[K\(Self.text(progress, after: now - start))")
  }

  mutating func clear() {
    guard lastShown != nil else { return }
    lastShown = nil
    write("\r\u{1B}[K")
  }

  /// How many calls of how many, how fast, and how long still where that is known.
  static func text(_ progress: DirectoryProgress, after elapsed: Duration) -> String {
    let made = progress.done + progress.failed
    let rate = Double(made) / max(elapsed / .seconds(1), 0.001)
    var text = "\(made) of \(progress.isTotalKnown ? "" : "at least ")\(made + progress.left) calls"
    text += ", \(Int(rate.rounded())) a second"
    if progress.isTotalKnown, rate > 0 { text += ", \(Int((Double(progress.left) / rate).rounded(.up))) s left" }
    return progress.failed > 0 ? "\(text), \(progress.failed) failed" : text
  }

  private func write(_ text: String) { _ = FileDescriptor.write(Array(text.utf8), to: STDERR_FILENO) }
}
