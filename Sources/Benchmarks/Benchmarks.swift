import ArgumentParser

/// Measurements, each beside a floor taken in the same run. Build with `-c release`.
@main
struct Benchmarks: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure the client against floors taken in the same run.",
    subcommands: [CallsBenchmark.self, TokensBenchmark.self, ServeCommand.self])
}
