import FoundationEssentials
import HTTPTypes
import Logging
import OpenPayments
import Testing

/// The code of the articles, so that it keeps compiling.
@Suite("Articles")
struct ArticleTests {
  private func configuration() throws -> OpenPaymentsClient.Configuration {
    OpenPaymentsClient.Configuration(
      auth: try BaseURL("https://auth.example"), api: try BaseURL("https://api.example"),
      credentials: Credentials(clientID: "id", clientSecret: Secret("secret"), scopes: []), dialect: .psd2)
  }

  @Test("Tokens: a store of one's own serves a second client")
  func tokens() async throws {
    actor SharedTokens: TokenStore {
      private var tokens: [TokenKey: StoredToken] = [:]

      func withToken<Result: Sendable>(
        for key: TokenKey, _ body: @Sendable (inout StoredToken?) async -> Result
      ) async -> Result {
        var token = tokens[key]
        let result = await body(&token)
        tokens[key] = token
        return result
      }
    }

    let store = SharedTokens()
    let first = try Fixture(.psd2, [.token()]) { $0.tokenStore = store }
    let second = try Fixture(.psd2, []) { $0.tokenStore = store }
    #expect(try await first.client.token().value == second.client.token().value)
  }

  @Test("Tokens: a report leads to a check of the signature")
  func reports() async throws {
    let reports = Log<TokenReport>()
    let fixture = try Fixture(.psd2, [.token()]) { configuration in
      configuration.onTokenEvent = { event in
        if case .obtained(let report) = event { reports.append(report) }
      }
    }
    let client = fixture.client
    _ = try await client.token()
    let report = try #require(reports.entries.last)
    #expect(try await client.checkSignature(of: report).words == "it is opaque: there is no signature to check")
  }

  @Test("Errors and retries: the kinds are told apart and the waits told")
  func errors() async throws {
    let said = Log<String>()
    let fixture = try Fixture(
      .psd2, [.token()] + Array(repeating: StubAnswer(Target.countries, status: 503), count: 5)
    ) { configuration in
      configuration.retry.tries = 5
      configuration.onRetry = { event in
        if case .began(let wait) = event { said.append("\(wait.reason) \(wait.nextTry) \(wait.until)") }
      }
    }
    let client = fixture.client
    do {
      _ = try await client.countries()
    } catch {
      switch error.kind {
      case .credentialsRefused, .scopeRefused: said.append(error.suggestion)
      case .tryLater(let time): said.append("come back at \(time?.description ?? "a better time")")
      default: said.append(error.message + (error.exchangeID?.uuidString ?? ""))
      }
    }
    #expect(said.entries.count == 5)
    #expect(said.entries.last == "come back at a better time")
  }

  @Test("Testing your code and Logging and recording: a transport of one's own, and what is kept of its calls")
  func recording() async throws {
    struct OneCountry: HTTPTransport {
      func send(
        _ request: HTTPRequest, body: [UInt8], bodyLimit: Int
      ) async throws(TransportFailure) -> TransportAnswer {
        let text =
          request.method == .post
          ? #"{"access_token":"token","token_type":"Bearer","expires_in":3600}"#
          : #"{"countries":[{"isoCountryCode":"SE","name":"Sweden"}]}"#
        return TransportAnswer(response: HTTPResponse(status: .ok), body: Array(text.utf8))
      }
    }

    var configuration = try configuration()
    let log = ExchangeLog(capacity: 200)
    configuration.logger = Logger(label: "bank-directory")
    configuration.onExchange = log.record
    let client = OpenPaymentsClient(configuration, transport: OneCountry())
    #expect(try await client.countries().value.map(\.name) == ["Sweden"])
    #expect(log.exchanges.map(\.operation) == [.token, .countries])
    let archive = HTTPArchive(log.exchanges, creator: .init(name: "bank-directory", version: "1"))
    #expect(archive.exchanges == log.exchanges && !archive.utf8().isEmpty)
    #expect(CallCode(log.exchanges[1], tokenCommand: ["opx", "token"]).curl.contains("$(opx token)"))
  }

  @Test("Reading the whole directory: what was read, and where to go on")
  func directory() async throws {
    let fixture = try Fixture(.psd2, [.token(), StubAnswer(Target.countries, #"{"countries":[]}"#)])
    let reading = fixture.client.directory()
    for try await step in reading {
      switch step.item {
      case .detail(let aspsp): print(aspsp.bicFi, aspsp.name)
      case .failed(let call, let error): print(call, error.message)
      default: break
      }
    }
    let data = try JSONEncoder().encode(reading.checkpoint)
    let checkpoint = try JSONDecoder().decode(DirectoryCheckpoint.self, from: data)
    for try await step in fixture.client.directory(resuming: checkpoint) { print(step.progress) }
    #expect(checkpoint.calls.isEmpty)
  }
}
