import Foundation
import OpenPayments
import OpenPaymentsSandbox

/// ``ServeCommand`` running as a child process.
final class BenchmarkServer {
  let url: String
  private let process = Process()

  init(latency: Int) throws {
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["serve", "--latency", "\(latency)"]
    process.standardOutput = output
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    url = line.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  deinit { process.terminate() }

  /// A client with no connection and no token yet.
  func client() throws -> OpenPaymentsClient {
    let base = try BaseURL(url)
    let credentials = Credentials(
      clientID: SandboxCredentials.builtIn.clientID, clientSecret: Secret(SandboxCredentials.builtIn.clientSecret),
      scopes: Dialect.psd2.defaultScopes)
    return OpenPaymentsClient(
      .init(auth: base, api: base, credentials: credentials, dialect: .psd2), transport: try AsyncHTTPTransport())
  }
}
