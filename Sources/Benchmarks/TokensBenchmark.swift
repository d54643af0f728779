import ArgumentParser
import Foundation
import HTTPTypes
import OpenPayments
import Synchronization

/// Many tasks that all want a token: first one that is yet to be fetched, then one that is there.
struct TokensBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokens", abstract: "Many tasks that want a token at once, beside as many that want nothing.")

  @Option(help: "Tasks in each round.") var count = 10_000

  func run() async throws {
    let transport = CountingTransport()
    let base = try BaseURL("https://auth.test")
    let client = OpenPaymentsClient(
      .init(
        auth: base, api: base, credentials: Credentials(clientID: "id", clientSecret: Secret("secret"), scopes: ["x"]),
        dialect: .psd2), transport: transport)
    let floor = try await tasks { await Task.yield() }
    let cold = try await tasks { _ = try await client.token() }
    let warm = try await tasks { _ = try await client.token() }
    print(
      "\(count) tasks: first token \(cold.milliseconds) ms (\(transport.calls) fetched),",
      "kept token \(warm.milliseconds) ms, doing nothing \(floor.milliseconds) ms,",
      "ratio \(cold.ratio(to: floor)) and \(warm.ratio(to: floor))")
  }

  private func tasks(_ work: @escaping @Sendable () async throws -> Void) async throws -> Duration {
    try await ContinuousClock().measure {
      try await withThrowingTaskGroup { group in
        for _ in 0..<count { group.addTask { try await work() } }
        try await group.waitForAll()
      }
    }
  }
}

/// Answers every request with a token.
private final class CountingTransport: HTTPTransport {
  private let counter = Atomic(0)

  var calls: Int { counter.load(ordering: .relaxed) }

  func send(_ request: HTTPRequest, body: [UInt8], bodyLimit: Int) async throws(TransportFailure) -> TransportAnswer {
    counter.add(1, ordering: .relaxed)
    let answer = #"{"access_token":"token","expires_in":3600,"token_type":"Bearer"}"#
    return TransportAnswer(
      response: HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]), body: Array(answer.utf8))
  }
}
