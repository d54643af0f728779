import ArgumentParser
import FoundationEssentials
import OpenPayments

/// Whether a command's calls are kept in a file.
struct RecordingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Write the calls to a new file, as an HTTP archive (HAR) without secrets.", valueName: "file"),
    transform: OptionText.nonEmpty)
  var har: String?

  /// Runs what calls; then writes what was called, also after a failure.
  func run(_ connection: Connection, _ body: (OpenPaymentsClient) async throws -> Void) async throws {
    guard let har else { return try await body(connection.client()) }
    let log = ExchangeLog(capacity: 100_000, bodyLimit: 64 << 20, totalLimit: 1 << 30)
    let client = try await connection.client(onExchange: log.record)
    let result: Result<Void, any Error>
    do { result = .success(try await body(client)) } catch { result = .failure(error) }
    let home = ProcessInfo.processInfo.environment["HOME"]
    let archive = HTTPArchive(log.exchanges, creator: .opx).utf8()
    if let reason = SavedFile.write(archive, to: har, home: home) {
      throw CommandFailure(.outputNotWritten, "can't write \(har) (\(reason)); name another file")
    }
    try result.get()
  }
}
