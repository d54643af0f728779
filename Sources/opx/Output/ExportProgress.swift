import ExplorerStorage
import Glibc
import OpenPayments
import ViewModels

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
    write("\r\u{1B}[K\(progress.facts(after: now - start).joined(separator: ", "))")
  }

  mutating func clear() {
    guard lastShown != nil else { return }
    lastShown = nil
    write("\r\u{1B}[K")
  }

  private func write(_ text: String) { _ = FileDescriptor.write(Array(text.utf8), to: STDERR_FILENO) }
}
