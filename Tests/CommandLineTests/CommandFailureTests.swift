import ArgumentParser
import ExplorerStorage
import OpenPayments
import Testing

@testable import opx

struct CommandFailureTests {
  @Test(
    "every kind of error has its exit status",
    arguments: [
      (OpenPaymentsError.Kind.unreachable(.connectionRefused), Int32(69)), (.unreachable(.silent(.seconds(1))), 69),
      (.unreachable(.proxy("")), 69), (.unreachable(.proxyRefused("")), 78),
      (.unreachable(.untrustedCertificate("")), 69), (.unusable(.empty), 65), (.credentialsRefused, 77),
      (.scopeRefused, 77), (.tokenRefused, 77), (.forbidden, 77), (.notFound, 65), (.tryLater(at: nil), 75),
      (.rejected, 65), (.serverFault, 69), (.unsupported, 64), (.cancelled, 130),
    ])
  func status(kind: OpenPaymentsError.Kind, expected: Int32) {
    let failure = CommandFailure(OpenPaymentsError(kind, operation: .countries))
    #expect(failure.status.rawValue == expected)
    #expect(failure.message.contains("; "))
  }

  @Test("wrong settings have status 78")
  func configuration() throws {
    #expect(CommandFailure(ConfigurationError("x")).status.rawValue == 78)
    var configuration = AsyncHTTPTransport.Configuration()
    configuration.caFile = "/nowhere"
    let error = try #require(throws: CertificateError.self) { try AsyncHTTPTransport(configuration) }
    #expect(CommandFailure(error).status.rawValue == 78)
  }

  @Test("wrong arguments have status 64, and the line names the help of the subcommand")
  func usage() throws {
    let error = try #require(throws: (any Error).self) { try Opx.parseAsRoot(["cities", "--json"]) }
    let failure = CommandFailure(error, arguments: ["cities", "--json"])
    #expect(failure.status == .usage)
    #expect(failure.line == "opx: Missing expected argument '<country>'; see opx cities --help")
  }
}
