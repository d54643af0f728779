import ArgumentParser
import OpenPayments

/// Whether a command's calls are kept in a file.
struct RecordingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write the calls to a new file, as an HTTP archive (HAR) without secrets; - is standard output, in place of the result.",
      valueName: "file"),
    transform: ArchiveTarget.init)
  var har: ArchiveTarget?

  /// Runs what calls; then writes what was called, also after a failure. Calls nothing if that can't be written.
  func run(_ connection: Connection, _ body: (OpenPaymentsClient) async throws -> Void) async throws {
    guard let har else { return try await body(connection.client()) }
    _ = try har.open()
    let log = ExchangeLog(capacity: 100_000, bodyLimit: 64 << 20, totalLimit: 1 << 30)
    let client = try await connection.client(onExchange: log.record)
    let result: Result<Void, any Error>
    do { result = .success(try await body(client)) } catch { result = .failure(error) }
    let output = try har.open()
    for piece in HTTPArchive(log.exchanges, creator: .opx).pieces { try output.write(piece) }
    try output.finish()
    try result.get()
  }

  /// Prints what a command is for, unless the archive takes its place.
  func print(_ result: [UInt8]) throws(CommandFailure) {
    if har?.isStandardOutput != true { try StandardOutput.write(result) }
  }
}
