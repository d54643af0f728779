import FoundationEssentials
import HTTPTypes
import OpenPayments
import Synchronization
import Testing

@Suite("Reading the whole directory", .timeLimit(.minutes(1)))
struct DirectoryTests {
  @Test("every country, city and ASPSP is found, and each detail asked for once", arguments: Dialect.allCases)
  func complete(dialect: Dialect) async throws {
    let platform = SmallDirectory()
    let reading = try platform.client(dialect).directory()
    let found = try await Found(reading)
    #expect(found.names("country") == ["FI", "SE"])
    #expect(found.names("city") == ["FI/h", "SE/g", "SE/s"])
    #expect(found.names("aspsp") == ["FI/h/NDEA", "SE/g/SWED", "SE/s/ESSE", "SE/s/SWED"])
    #expect(found.names("detail") == ["ESSE", "NDEA", "SWED"])
    #expect(platform.calls == (dialect == .psd2 ? 1 + 2 + 3 + 3 : 1 + 2 + 3))
    let last = try #require(found.progress.last)
    #expect(last.isTotalKnown && last.left == 0 && last.failed == 0 && last.done == platform.calls)
    #expect(reading.checkpoint.calls.isEmpty)
  }

  @Test("a total is final only when no list is left to be read")
  func progress() async throws {
    let found = try await Found(SmallDirectory().client(.psd2).directory(parallelCalls: 1))
    let final = try #require(found.progress.first { $0.isTotalKnown })
    #expect(final.done == 6 && final.left == 3)
    #expect(found.progress.first?.isTotalKnown == false)
  }

  @Test("a call that fails is told, and ends nothing")
  func failures() async throws {
    let platform = SmallDirectory(failing: ["cityIds=g", "aspsps/ESSE"])
    let reading = try platform.client(.psd2).directory()
    let found = try await Found(reading)
    #expect(found.names("failed") == ["ESSE", "SE/g"])
    #expect(found.names("detail") == ["NDEA", "SWED"])
    #expect(found.progress.last?.failed == 2)
    #expect(Set(reading.checkpoint.calls) == [.aspsp(bicFi: "ESSE"), .aspsps(isoCountryCode: "SE", cityId: "g")])
  }

  @Test("a reading resumed asks only for what is missing, through an encoded checkpoint too")
  func resumption() async throws {
    let broken = SmallDirectory(failing: ["cityIds=g", "aspsps/ESSE"])
    let first = try broken.client(.psd2).directory()
    _ = try await Found(first)
    let data = try JSONEncoder().encode(first.checkpoint)
    let checkpoint = try JSONDecoder().decode(DirectoryCheckpoint.self, from: data)
    let whole = SmallDirectory()
    let found = try await Found(try whole.client(.psd2).directory(resuming: checkpoint))
    #expect(found.names("aspsp") == ["SE/g/SWED"])
    #expect(found.names("detail") == ["ESSE"])
    #expect(whole.calls == 2)
    #expect(found.progress.last?.done == 9)
  }

  @Test("a checkpoint of the other dialect is left aside")
  func otherDialect() async throws {
    let checkpoint = try SmallDirectory().client(.seed).directory().checkpoint
    let platform = SmallDirectory()
    #expect(try await Found(try platform.client(.psd2).directory(resuming: checkpoint)).names("country").count == 2)
  }

  @Test(
    "what is listed twice is asked for once, what has no code or id not at all, and all the rest is read",
    arguments: Dialect.allCases, [1, 8])
  func untidy(dialect: Dialect, parallelCalls: Int) async throws {
    let platform = SmallDirectory(isUntidy: true)
    let reading = try platform.client(dialect).directory(parallelCalls: parallelCalls)
    let found = try await Found(reading)
    #expect(found.names("country") == ["", "FI", "SE", "SE"])
    #expect(found.names("city") == ["FI/h", "SE/", "SE/g", "SE/s", "SE/s"])
    #expect(found.names("aspsp") == ["FI/h/NDEA", "SE/g/SWED", "SE/s/ESSE", "SE/s/SWED"])
    #expect(found.names("detail") == ["ESSE", "NDEA", "SWED"])
    #expect(found.names("failed").isEmpty)
    #expect(platform.calls == (dialect == .psd2 ? 1 + 2 + 3 + 3 : 1 + 2 + 3))
    #expect(found.progress.last?.left == 0 && found.progress.last?.isTotalKnown == true)
    #expect(reading.checkpoint.calls.isEmpty)
  }

  @Test("no more calls are under way than allowed")
  func parallel() async throws {
    let platform = SmallDirectory()
    _ = try await Found(try platform.client(.psd2).directory(parallelCalls: 2))
    #expect((1...2).contains(platform.mostAtOnce))
  }

  @Test("who takes no elements causes no calls")
  func backPressure() async throws {
    let platform = SmallDirectory()
    var iterator = try platform.client(.psd2).directory(parallelCalls: 1).makeAsyncIterator()
    _ = try await iterator.next()
    for _ in 0..<1000 { await Task.yield() }
    #expect(platform.calls == 1)
    _ = try await iterator.next()
    #expect(platform.calls == 1)
    _ = try await iterator.next()
    #expect(platform.calls == 2)
  }

  @Test("a cancelled reading throws, and calls nobody afterwards")
  func cancelled() async throws {
    let platform = SmallDirectory(hanging: true)
    let reading = try platform.client(.psd2).directory()
    let task = Task { try await Found(reading) }
    while platform.calls < 1 { try await Task.turn() }
    task.cancel()
    let error = await #expect(throws: OpenPaymentsError.self) { try await task.outcome() }
    #expect(error?.kind == .cancelled)
    #expect(platform.calls == 1)
    #expect(reading.checkpoint.calls == [.countries])
  }

  @Test("without its list of countries a reading ends, and so it does when nobody answers any more")
  func fatal() async throws {
    let noCountries = try SmallDirectory(failing: ["/countries"]).client(.psd2).directory()
    let error = await #expect(throws: OpenPaymentsError.self) { try await Found(noCountries) }
    #expect(error?.kind == .notFound)
    let crowd = SmallDirectory(cities: 30, unreachable: ["cityIds="])
    let reading = try crowd.client(.psd2).directory(parallelCalls: 1)
    let silence = await #expect(throws: OpenPaymentsError.self) { try await Found(reading) }
    #expect(silence?.kind == .unreachable(.silent(.seconds(1))))
    #expect(crowd.calls == 1 + 2 + DirectoryReading.mostFailuresInARow)
    #expect(reading.checkpoint.calls.count == 31)
  }
}

/// What a reading brought, in short words.
private struct Found {
  private var items: [(kind: String, name: String)] = []
  private(set) var progress: [DirectoryProgress] = []

  init(_ reading: DirectoryReading) async throws {
    for try await step in reading {
      progress.append(step.progress)
      switch step.item {
      case .country(let country): items.append(("country", country.isoCountryCode))
      case .city(let city, let code): items.append(("city", "\(code)/\(city.cityId)"))
      case .aspsp(let aspsp, let code, let city): items.append(("aspsp", "\(code)/\(city)/\(aspsp.bicFi)"))
      case .detail(let aspsp): items.append(("detail", aspsp.bicFi))
      case .failed(.aspsps(let code, let city), _): items.append(("failed", "\(code)/\(city)"))
      case .failed(.aspsp(let bicFi), _): items.append(("failed", bicFi))
      case .failed(let call, _): items.append(("failed", "\(call)"))
      }
    }
  }

  func names(_ kind: String) -> [String] { items.filter { $0.kind == kind }.map(\.name).sorted() }
}

/// Two countries, three cities, and three ASPSPs of which one is in two cities.
private final class SmallDirectory: HTTPTransport {
  private let failing: [String]
  private let unreachable: [String]
  private let isHanging: Bool
  private let cities: Int
  /// Whether it lists a country and a city twice, and one of each without a name to ask by.
  private let isUntidy: Bool
  private let counts = Mutex((calls: 0, now: 0, most: 0))

  init(
    failing: [String] = [], cities: Int = 2, unreachable: [String] = [], hanging: Bool = false, isUntidy: Bool = false
  ) {
    self.isUntidy = isUntidy
    self.failing = failing
    self.cities = cities
    self.unreachable = unreachable
    isHanging = hanging
  }

  /// Those of the token aside.
  var calls: Int { counts.withLock { $0.calls } }
  var mostAtOnce: Int { counts.withLock { $0.most } }

  func client(_ dialect: Dialect) throws -> OpenPaymentsClient {
    let base = try BaseURL("https://directory.test")
    var configuration = OpenPaymentsClient.Configuration(
      auth: base, api: base, credentials: Credentials(clientID: "id", clientSecret: Secret("s"), scopes: []),
      dialect: dialect)
    configuration.retry = .never
    return OpenPaymentsClient(configuration, transport: self)
  }

  func send(_ request: HTTPRequest, body: [UInt8], bodyLimit: Int) async throws(TransportFailure) -> TransportAnswer {
    let path = request.path ?? ""
    guard request.method == .get else { return answer(#"{"access_token":"t","token_type":"Bearer"}"#) }
    counts.withLock { $0 = ($0.calls + 1, $0.now + 1, max($0.most, $0.now + 1)) }
    defer { counts.withLock { $0.now -= 1 } }
    if isHanging { await Gate().wait() }
    for _ in 0..<5 { await Task.yield() }
    if Task.isCancelled { throw TransportFailure(.cancelled) }
    if unreachable.contains(where: path.contains) { throw TransportFailure(.silent(.seconds(1))) }
    if failing.contains(where: path.contains) { return answer("", status: .notFound) }
    return answer(path.hasPrefix("/psd2") ? psd2(path) : seed(path))
  }

  private func psd2(_ path: String) -> String {
    switch path.dropFirst("/psd2/aspspinformation/v1/".count) {
    case "countries": #"{"countries":[\#(countries { #"{"isoCountryCode":"\#($0)","name":"S"}"# })]}"#
    case "cities?isoCountryCodes=SE": #"{"cities":[\#(swedishCities { #"{"cityId":"\#($0)","name":"C"}"# })]}"#
    case "cities?isoCountryCodes=FI": #"{"cities":[{"cityId":"h","name":"C"}]}"#
    case "aspsps?cityIds=s": #"{"aspsps":[{"bicFi":"ESSE","name":"B"},{"bicFi":"SWED","name":"B"}]}"#
    case "aspsps?cityIds=h": #"{"aspsps":[{"bicFi":"NDEA","name":"B"}]}"#
    case let rest where rest.hasPrefix("aspsps/"): #"{"bicFi":"\#(rest.dropFirst(7))","name":"B"}"#
    default: #"{"aspsps":[{"bicFi":"SWED","name":"B"}]}"#
    }
  }

  private func seed(_ path: String) -> String {
    switch path.dropFirst("/aspspinformation/v1/aspsps/".count) {
    case "countries": #"{"data":[\#(countries { #"{"isoCountryCode":"\#($0)","country":"S"}"# })]}"#
    case "SE/cities": #"{"data":[\#(swedishCities { #"{"id":"\#($0)","city":"C"}"# })]}"#
    case "FI/cities": #"{"data":[{"id":"h","city":"C"}]}"#
    case "SE/cities/s": #"{"data":[{"bicFi":"ESSE","name":"B"},{"bicFi":"SWED","name":"B"}]}"#
    case "FI/cities/h": #"{"data":[{"bicFi":"NDEA","name":"B"}]}"#
    default: #"{"data":[{"bicFi":"SWED","name":"B"}]}"#
    }
  }

  private func countries(_ item: (String) -> String) -> String {
    (["SE", "FI"] + (isUntidy ? ["SE", ""] : [])).map(item).joined(separator: ",")
  }

  private func swedishCities(_ item: (String) -> String) -> String {
    let more = isUntidy ? ["", "s"] : (0..<max(cities - 2, 0)).map { "c\($0)" }
    return (["s", "g"] + more).map(item).joined(separator: ",")
  }

  private func answer(_ body: String, status: HTTPResponse.Status = .ok) -> TransportAnswer {
    TransportAnswer(
      response: HTTPResponse(status: status, headerFields: [.contentType: "application/json"]), body: Array(body.utf8))
  }
}
