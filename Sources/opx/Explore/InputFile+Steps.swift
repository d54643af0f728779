import FoundationEssentials
import ViewModels

extension InputFile {
  private static let interval: Duration = .milliseconds(100)

  /// Reads the file away from the screen's thread.
  ///
  /// - Parameter tell: is told how far it is, and in the end what there is to look at.
  @concurrent
  func readAside(_ tell: @Sendable (FileReadingStep) -> Void) async {
    var lastTold = ContinuousClock.now
    do {
      let body = try read { bytes in
        let now = ContinuousClock.now
        guard now - lastTold >= Self.interval else { return }
        lastTold = now
        tell(.progress(bytes: bytes))
      }
      tell(.done(Inspection(file: path, body, at: Date())))
    } catch {
      tell(.failed(error.message))
    }
  }
}
