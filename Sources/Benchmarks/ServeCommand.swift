import ArgumentParser
import Foundation
import OpenPaymentsSandbox

/// The server of a benchmark, in a process of its own so that both sides of a comparison meet the same one.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "serve", shouldDisplay: false)

  @Option(help: "Milliseconds before each answer.") var latency = 0

  func run() async throws {
    let platform = SandboxPlatform()
    let latency = latency
    let server = SandboxServer { request, body in
      if latency > 0 { try? await Task.sleep(for: .milliseconds(latency)) }
      return platform.respond(to: request, body: body)
    }
    try await server.run { address in FileHandle.standardOutput.write(Data("\(address.apiURL)\n".utf8)) }
  }
}
