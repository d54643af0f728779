import ExplorerStorage
import Glibc

extension ConnectionOptions {
  /// Does a command's work with the connection that the options lead to. Afterwards, however it ends, its exchanges are in
  /// the history.
  ///
  /// - Parameters:
  ///   - needsAPI: false if only a token is wanted.
  ///   - tellsWait: whether somebody at a terminal is told of a wait; false for what tells how far it is itself.
  func run(
    needsAPI: Bool = true, tellsWait: Bool = true, _ work: (Connection) async throws -> Void
  ) async throws {
    let connection = try connection(needsAPI: needsAPI)
    connection.catalogue.stored.tellProblems()
    for problem in connection.paths.misplacedFolders { StandardError.print("opx: \(problem)") }
    let telling = tellsWait && isatty(STDERR_FILENO) == 1 ? Task { try await Self.tellWait(connection.locks) } : nil
    do { try await work(connection) } catch {
      telling?.cancel()
      await connection.finish()
      throw error
    }
    telling?.cancel()
    await connection.finish()
  }

  private static func tellWait(_ locks: LockWatch) async throws {
    let start = ContinuousClock.now
    var pause: Duration = .seconds(2)
    while true {
      try await Task.sleep(for: pause)
      let seconds = (ContinuousClock.now - start).components.seconds
      let holder = locks.isWaiting ? "another opx" : "the platform"
      StandardError.print("opx: waiting for \(holder), \(seconds) s so far; Ctrl-C gives up")
      pause = .seconds(10)
    }
  }
}
