import FoundationEssentials
import OpenPayments
import Synchronization
import Testing

/// A client over a scripted transport, a clock that stands still, and ids that count from 1.
struct Fixture: Sendable {
  let stub: StubTransport
  let time: ManualTime
  let exchanges = Log<Exchange>()
  let statuses = Log<TokenStatus>()
  let events = Log<TokenEvent>()
  let retries = Log<RetryEvent>()
  let client: OpenPaymentsClient

  static let secret = "s3cr+t/ä=&%~"

  /// - Parameter configure: changes what is not as a test wants it.
  init(
    _ dialect: Dialect, _ script: [StubAnswer], time: ManualTime = ManualTime(), bodyLimit: Int = 1_000_000,
    configure: (inout OpenPaymentsClient.Configuration) -> Void = { _ in }
  ) throws {
    stub = StubTransport(script)
    self.time = time
    var configuration = OpenPaymentsClient.Configuration(
      auth: try BaseURL("https://auth.test"), api: try BaseURL("https://api.test/"),
      credentials: Credentials(
        clientID: "client-1", clientSecret: Secret(Self.secret), scopes: dialect.defaultScopes),
      dialect: dialect)
    configuration.bodyLimit = bodyLimit
    configuration.onExchange = exchanges.append
    configuration.onTokenStatus = statuses.append
    configuration.onTokenEvent = events.append
    configuration.onRetry = retries.append
    configure(&configuration)
    let ids = Counter()
    client = OpenPaymentsClient(
      configuration, transport: stub, time: time.source, newID: { UUID(number: ids.next()) }, random: { 1 })
  }

  /// One whose calls are made once, whatever comes.
  static func tryingOnce(_ dialect: Dialect, _ script: [StubAnswer]) throws -> Fixture {
    try Fixture(dialect, script) { $0.retry = .never }
  }

  /// A client that gets its token and then one answer to `target`, by which `call` is served.
  static func answering<Value>(
    _ dialect: Dialect, _ target: String, _ body: String,
    _ call: (OpenPaymentsClient) async throws -> Answer<Value>
  ) async throws -> Value {
    let fixture = try Fixture(dialect, [.token(), StubAnswer(target, body)])
    let answer = try await call(fixture.client)
    fixture.stub.expectAllUsed()
    return answer.value
  }

  /// The error that `call` ends with when `script` is what the platform says.
  static func error(
    _ dialect: Dialect, _ script: [StubAnswer],
    _ call: (OpenPaymentsClient) async throws -> Void = { _ = try await $0.countries() }
  ) async throws -> OpenPaymentsError {
    let fixture = try tryingOnce(dialect, script)
    let error = await #expect(throws: OpenPaymentsError.self) { try await call(fixture.client) }
    fixture.stub.expectAllUsed()
    return try #require(error)
  }
}

/// What was told, in order.
final class Log<Entry: Sendable>: Sendable {
  private let list = Mutex<[Entry]>([])

  var entries: [Entry] { list.withLock { $0 } }

  @Sendable func append(_ entry: Entry) { list.withLock { $0.append(entry) } }
}

extension UUID {
  init(number: Int) {
    let digits = String(number)
    let text = "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
    self = UUID(uuidString: text) ?? UUID()
  }
}

enum Target {
  static let seedCountries = "GET /aspspinformation/v1/aspsps/countries"
  static let countries = "GET /psd2/aspspinformation/v1/countries"
  static let token = "POST /connect/token"

  static func seedCities(_ country: String) -> String { "GET /aspspinformation/v1/aspsps/\(country)/cities" }
  static func seedASPSPs(_ country: String, _ city: String) -> String { "\(seedCities(country))/\(city)" }
}
