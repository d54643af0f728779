import ArgumentParser

/// Measurements, each beside a floor taken in the same run. Build with `-c release`.
@main
struct Benchmarks: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure program, client, history and JSON against floors taken in the same run.",
    subcommands: [
      CallsBenchmark.self, ProgramBenchmark.self, TokensBenchmark.self, HistoryBenchmark.self, JSONBenchmark.self,
      ServeCommand.self,
    ])
}
