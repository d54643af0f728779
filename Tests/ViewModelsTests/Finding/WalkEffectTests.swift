import ExplorerStorage
import HTTPTypes
import OpenPayments
import OpenPaymentsSandbox
import Testing

@testable import ViewModels

/// Reading all of the directory, against the platform in this process.
@MainActor
@Suite(.timeLimit(.minutes(1)))
struct WalkEffectTests {
  private let inbox = ActionInbox()

  /// Lets everything through to the sandbox but what asks for a place that is down.
  private struct Partly: HTTPTransport {
    let sandbox = SandboxTransport(platform: SandboxPlatform())
    let isDown: @Sendable (String) -> Bool

    func send(_ request: HTTPRequest, body: [UInt8], bodyLimit: Int) async throws(TransportFailure) -> TransportAnswer {
      if isDown(request.path ?? "") { throw TransportFailure(.connectionRefused) }
      return try await sandbox.send(request, body: body, bodyLimit: bodyLimit)
    }
  }

  private func runner(down isDown: @escaping @Sendable (String) -> Bool = { _ in false }) throws -> EffectRunner {
    let client = try OpenPaymentsClient.sandbox(.psd2, transport: Partly(isDown: isDown)) { $0.retry = .never }
    return EffectRunner(connect: { _ in client }, desktop: .bare, send: { [inbox] in inbox.put($0) })
  }

  /// What an explorer knows when the walk is over, and how it ended.
  private func walk(_ runner: EffectRunner) async -> (Browser, LoadFailure?) {
    var browser = Browser(World.psd2, rows: 10, shelf: ProfileShelf(own: [World.psd2]))
    browser.press(.find, .readDirectory)
    for effect in browser.effects { if case .platform(.browser(.walk), _) = effect { runner.perform(effect) } }
    while let action = await inbox.next() {
      browser.send(action)
      if case .browser(.walkEnded(_, let failure)) = action { return (browser, failure) }
    }
    return (browser, nil)
  }

  @Test("Every list of the sandbox is there in the end")
  func all() async throws {
    let (browser, failure) = await walk(try runner())
    #expect(failure == nil && browser.knowsAll && browser.walk == nil)
    #expect(browser.directory.cities.count == 13 && browser.directory.aspsps.count == 169)
  }

  @Test("What is listed twice is asked for once, and what has no code or id not at all")
  func untidy() {
    var plan = WalkPlan(Directory())
    #expect(plan.next() == .countries && plan.next() == nil)
    let countries = ["SE", "", "SE"].map { Country(isoCountryCode: $0, name: "x") }
    plan.take(.countries(World.loaded(countries, "{}")), of: .countries)
    #expect(plan.next() == .cities(isoCountryCode: "SE") && plan.next() == nil)
    let cities = ["a", "a", "", "b"].map { City(cityId: $0, name: "x") }
    plan.take(.cities(World.loaded(cities, "{}")), of: .cities(isoCountryCode: "SE"))
    #expect(plan.waiting == ["a", "b"].map { .aspsps(CityPlace(isoCountryCode: "SE", cityId: $0)) })
    #expect(plan.progress.done == 2 && plan.progress.left == 2 && plan.progress.isTotalKnown)
  }

  @Test("A list that can't be had doesn't keep the others from coming")
  func partly() async throws {
    let (browser, failure) = await walk(try runner { $0.contains("cities?isoCountryCodes=NO") })
    #expect(failure?.message.hasPrefix("Connection refused") == true)
    #expect(browser.directory.cities.count == 12 && !browser.knowsAll)
    #expect(browser.directory.aspsps.count > 100)
  }

  @Test("A platform that doesn't answer at all is left after a few calls")
  func down() async throws {
    let (browser, failure) = await walk(try runner { $0.contains("cities") })
    #expect(failure != nil && browser.directory.cities.values.allSatisfy { $0.latest == nil })
    #expect(browser.notice?.text.hasPrefix("5 of 6 calls for the directory failed") == true)
  }
}
