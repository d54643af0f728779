import ArgumentParser
import ExplorerStorage
import OpenPayments
import OpenPaymentsSandbox
import Testing

@testable import opx

@Suite(.timeLimit(.minutes(2)))
struct ConnectionTests {
  private let complete = [
    "OPX_AUTH_URL": "https://auth.example", "OPX_API_URL": "https://api.example", "OPX_CLIENT_ID": "id",
    "OPX_CLIENT_SECRET": "secret",
  ]

  private func settings(_ environment: [String: String], options: [Setting: String] = [:]) -> Settings {
    Settings(options: options, environment: environment, file: [:])
  }

  @Test("with nothing set the built-in sandbox answers, and that is a fallback")
  func nothingSet() throws {
    let catalogue = try ProfileCatalogue(settings([:]))
    #expect(catalogue.profiles.map(\.name) == ["sandbox", "sandbox-seed"])
    #expect(catalogue.chosen == catalogue.profiles[0])
    #expect(catalogue.chosen.dialect == .psd2)
    #expect(catalogue.isFallback)
  }

  @Test("asked for by name it is no fallback")
  func named() throws {
    let catalogue = try ProfileCatalogue(settings([:]), named: "sandbox-seed")
    #expect(catalogue.chosen.dialect == .seed && catalogue.chosen.scopes == ["aspspinformation"])
    #expect(!catalogue.isFallback)
    #expect(try ProfileCatalogue(settings(["OPX_DIALECT": "seed"]), named: "sandbox-seed").chosen.dialect == .seed)
    #expect(try ProfileCatalogue(settings(["OPX_DIALECT": "seed"]), named: "sandbox-psd2").chosen.dialect == .psd2)
  }

  @Test("a scope that was set goes with the profile that was named")
  func scope() throws {
    let catalogue = try ProfileCatalogue(settings(["OPX_SCOPE": "accountinformation private"]), named: "sandbox-seed")
    #expect(catalogue.chosen.scopes == ["accountinformation", "private"])
    #expect(catalogue.profiles.contains(catalogue.chosen))
  }

  @Test("what the environment defines is chosen whenever it is set")
  func environment() throws {
    let catalogue = try ProfileCatalogue(settings(complete))
    #expect(catalogue.chosen.name == "environment" && catalogue.profiles.count == 3 && !catalogue.isFallback)
    #expect(try ProfileCatalogue(settings(complete), named: "environment").chosen == catalogue.chosen)
  }

  @Test(
    "half of a profile is an error, never another profile",
    arguments: [
      "OPX_AUTH_URL", "OPX_API_URL", "OPX_CLIENT_ID", "OPX_CLIENT_SECRET",
    ])
  func incomplete(missing: String) throws {
    var environment = complete
    environment[missing] = ""
    let error = try #require(throws: ConfigurationError.self) { try ProfileCatalogue(settings(environment)) }
    #expect(error.description.contains(missing))
    #expect(CommandFailure(error).status == .configuration)
  }

  @Test("a token needs no API address")
  func tokenOnly() throws {
    var environment = complete
    environment["OPX_API_URL"] = nil
    #expect(try ProfileCatalogue(settings(environment), needsAPI: false).chosen.name == "environment")
  }

  @Test("an unknown profile is wrong usage and names those there are; one that isn't set up is wrong configuration")
  func unknown() throws {
    let unknown = try #require(throws: CommandFailure.self) { try ProfileCatalogue(settings([:]), named: "live") }
    #expect(unknown.status == .usage)
    #expect(unknown.message == #"there is no profile "live"; there are sandbox, sandbox-seed, environment"#)
    #expect(throws: ConfigurationError.self) { try ProfileCatalogue(settings([:]), named: "environment") }
  }

  @Test("a sandbox by name and settings of another profile contradict each other")
  func contradiction() throws {
    let request = ConnectionRequest(options: [.clientID: "x"], profile: "sandbox")
    let failure = try #require(throws: CommandFailure.self) {
      try request.rejectContradiction("sandbox", .option, ["OPX_AUTH_URL": "y", "OPX_API_URL": ""])
    }
    #expect(failure.status == .usage)
    #expect(failure.message.hasPrefix("--profile sandbox and OPX_AUTH_URL, --client-id exclude each other"))
    try ConnectionRequest(profile: "sandbox").rejectContradiction("sandbox", .option, ["OPX_SCOPE": "private"])
    try ConnectionRequest(profile: "environment").rejectContradiction("environment", .option, complete)
  }

  @Test("every option becomes its setting")
  func options() throws {
    let options = try ConnectionOptions.parse([
      "--auth-url", "https://a.example", "--api-url", "https://b.example", "--client-id", "c", "--client-secret-stdin",
      "--scope", "d e", "--dialect", "Seed", "--ca-file", "f", "--timeout", "0.5", "--allow-http",
      "--token-cache", "false", "--history", "false",
    ])
    #expect(
      try options.options { "s" } == [
        .authURL: "https://a.example", .apiURL: "https://b.example", .clientID: "c", .clientSecret: "s",
        .scope: "d e", .dialect: "seed", .caFile: "f", .timeout: "0.5", .allowHTTP: "1", .tokenCache: "false",
        .history: "false",
      ])
    #expect(try ConnectionOptions.parse([]).options { "s" }.isEmpty)
  }

  @Test("callers at the same time share one built-in sandbox, which starts again after it was stopped")
  func builtInSandbox() async throws {
    let folder = try TemporaryFolder()
    let sandbox = BuiltInSandbox(folder: folder.path)
    let addresses = try await withThrowingTaskGroup { group in
      for _ in 0..<16 { group.addTask { try await sandbox.address() } }
      return try await group.reduce(into: Set<String>()) { $0.insert($1.apiURL) }
    }
    #expect(addresses.count == 1)
    await sandbox.stop()
    let clients = ClientFactory(
      transport: .init(), tokens: TokenFiles(folder: "/proc/nowhere"), keepsTokens: false, sandbox: sandbox)
    let profile = try ProfileCatalogue(settings([:])).chosen
    #expect(try await !clients.client(for: profile).countries().value.isEmpty)
    await clients.stop()
  }

  @Test("a folder that can't hold the key is no obstacle to the built-in sandbox")
  func noFolder() async throws {
    let sandbox = BuiltInSandbox(folder: "/proc/nowhere")
    let clients = ClientFactory(
      transport: .init(), tokens: TokenFiles(folder: "/proc/nowhere"), keepsTokens: false, sandbox: sandbox)
    let profile = try ProfileCatalogue(settings([:])).chosen
    #expect(try await !clients.client(for: profile).countries().value.isEmpty)
    await clients.stop()
  }
}
