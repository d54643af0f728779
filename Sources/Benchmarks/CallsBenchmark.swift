import ArgumentParser
import Foundation
import OpenPayments

/// Many small GETs over keep-alive, eight at a time, against `curl --parallel` on the same server.
struct CallsBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calls", abstract: "Many small calls, beside curl --parallel on the same server.")

  @Option(help: "Calls in each round.") var count = 1_000
  @Option(help: "Rounds of each side, taken in turn.") var rounds = 9

  func run() async throws {
    for latency in [0, 20] {
      let server = try BenchmarkServer(latency: latency)
      let token = try await server.client().token().value.reveal()
      let curl = try CurlRun(url: "\(server.url)/psd2/aspspinformation/v1/countries/SE", token: token, count: count)
      defer { curl.removeFiles() }
      var ours: [Duration] = []
      var theirs: [Duration] = []
      for _ in 0..<(latency == 0 ? rounds : 3) {
        theirs.append(try ContinuousClock().measure { try curl.run() })
        ours.append(try await ContinuousClock().measure { try await call(server.client()) })
      }
      let (our, their) = (ours.median, theirs.median)
      print(
        "\(count) GETs, \(latency) ms latency: OpenPayments \(our.milliseconds) ms,",
        "curl --parallel \(their.milliseconds) ms, ratio \(our.ratio(to: their))")
    }
    let server = try BenchmarkServer(latency: 0)
    let client = try server.client()
    _ = try await client.countries()
    let one = try await ContinuousClock().measure {
      for _ in 0..<count { _ = try await client.send(PSD2.country("SE")) }
    }
    print("one after another: \((one / count).microseconds) µs a call")
  }

  private func call(_ client: OpenPaymentsClient) async throws {
    try await withThrowingTaskGroup { group in
      for _ in 0..<count { group.addTask { _ = try await client.send(PSD2.country("SE")) } }
      try await group.waitForAll()
    }
  }
}
