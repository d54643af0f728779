import ExplorerStorage
import FoundationEssentials
import HTTPTypes
import OpenPayments
import OpenPaymentsSandbox
import Synchronization
import Testing

@testable import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(1)))
struct EffectRunnerTests {
  private let clock = ManualClock()
  private let inbox = ActionInbox()

  private func runner(_ connect: @escaping EffectRunner.Connect) -> EffectRunner {
    EffectRunner(
      connect: connect,
      desktop: .bare, clock: clock,
      now: { World.start }, send: { [inbox] in inbox.put($0) })
  }

  @Test("Of what is to be kept the last is kept last, however fast it changes")
  func keeping() async {
    let (kept, keeper) = AsyncStream.makeStream(of: Int.self)
    let runner = EffectRunner(
      connect: EffectRunner.unreachable, desktop: .bare,
      screen: ScreenKeeper(keepArrangement: { keeper.yield($0.moreBelow) }), clock: clock, now: { World.start },
      send: { [inbox] in inbox.put($0) })
    for rows in 1...200 {
      var arrangement = Arrangement()
      arrangement.moreBelow = rows
      runner.perform(.look(.keepArrangement(arrangement)))
      if rows % 7 == 0 { await Task.yield() }
    }
    var last = 0
    for await rows in kept {
      #expect(rows > last)
      last = rows
      if rows == 200 { break }
    }
  }

  @Test("A mark that could not be kept is told, one that was is not")
  func marks() async {
    let runner = EffectRunner(
      connect: EffectRunner.unreachable, desktop: .bare,
      places: PlaceKeeper(setMark: { name, _ in name == "a" ? nil : "/s is no folder; move it away" }), clock: clock,
      now: { World.start }, send: { [inbox] in inbox.put($0) })
    runner.perform(.places(.keep("a", Address(country: "SE"))))
    runner.perform(.places(.keep("b", Address(country: "SE"))))
    guard case .places(.notKept(let reason))? = await inbox.next() else {
      Issue.record("something else came")
      return
    }
    var browser = Browser.settled()
    browser.send(.places(.notKept(reason)))
    #expect(browser.notice?.text == "The mark holds for this run only: /s is no folder; move it away.")
  }

  @Test("A rest is told after 120 ms; a newer one of its kind replaces it")
  func rests() async {
    let runner = runner(EffectRunner.unreachable)
    runner.perform(.browser(.rest(.cities(isoCountryCode: "NO"))))
    await clock.waitForSleepers(until: [0.12])
    clock.advance(by: .milliseconds(100))
    runner.perform(.browser(.rest(.cities(isoCountryCode: "SE"))))
    await clock.waitForSleepers(until: [0.22])
    clock.advance(by: .milliseconds(119))
    await clock.waitForSleepers(until: [0.22])
    clock.advance(by: .milliseconds(1))
    guard case .browser(.rested(let key))? = await inbox.next() else {
      Issue.record("something else came")
      return
    }
    #expect(key == .cities(isoCountryCode: "SE"))
  }

  @Test("Rests of different kinds don't stand in each other's way; cancelling one kind ends its rest")
  func restsOfKinds() async {
    let runner = runner(EffectRunner.unreachable)
    runner.perform(.browser(.rest(.cities(isoCountryCode: "NO"))))
    runner.perform(.browser(.rest(.detail(bicFi: "HANDSESS"))))
    await clock.waitForSleepers(until: [0.12, 0.12])
    runner.perform(.browser(.cancel(.cities)))
    await clock.waitForSleepers(until: [0.12])
    clock.advance(by: .milliseconds(120))
    guard case .browser(.rested(.detail("HANDSESS")))? = await inbox.next() else {
      Issue.record("something else came")
      return
    }
  }

  @Test("A wake-up comes when it is due, replaces the one before, and can be called off")
  func ticks() async {
    let runner = runner(EffectRunner.unreachable)
    runner.perform(.tick(at: World.start + 60))
    await clock.waitForSleepers(until: [60])
    runner.perform(.tick(at: World.start + 5))
    await clock.waitForSleepers(until: [5])
    clock.advance(by: .seconds(5))
    guard case .ticked? = await inbox.next() else {
      Issue.record("something else came")
      return
    }
    runner.perform(.tick(at: World.start + 60))
    await clock.waitForSleepers(until: [65])
    runner.perform(.tick(at: nil))
    await clock.waitForSleepers(until: [])
  }

  @Test("A wake-up in the past comes at once")
  func lateTick() async {
    let runner = runner(EffectRunner.unreachable)
    runner.perform(.tick(at: World.start - 10))
    await clock.waitForSleepers(until: [0])
    clock.advance(by: .zero)
    guard case .ticked? = await inbox.next() else {
      Issue.record("something else came")
      return
    }
  }

  @Test("A load brings the value with its call, made ready to look at")
  func load() async {
    let runner = runner(Self.sandbox)
    runner.perform(.platform(.browser(.load(.countries)), as: World.psd2))
    guard case .loaded(.ofTests, .countries, .countries(let loaded))? = await inbox.next() else {
      Issue.record("something else came")
      return
    }
    #expect(loaded.value.contains { $0.isoCountryCode == "SE" })
    #expect(loaded.inspection.exchange.status == 200)
    #expect(loaded.at == World.start)
  }

  @Test("If there is no client to be had, the load fails with the reason")
  func connectFailure() async {
    let runner = runner(EffectRunner.unreachable)
    runner.perform(.platform(.browser(.load(.countries)), as: World.psd2))
    guard case .loaded(_, .countries, .failed(let failure))? = await inbox.next() else {
      Issue.record("something else came")
      return
    }
    #expect(failure.message == "The sandbox did not start.")
    #expect(failure.suggestion == "r tries again.")
    #expect(failure.inspection == nil)
  }

  @Test("A failed call brings its words and its exchange")
  func callFailure() async throws {
    let refusing = AnsweringTransport { _ in TransportAnswer(response: HTTPResponse(status: .badGateway), body: []) }
    let client = try OpenPaymentsClient.sandbox(.psd2, transport: refusing)
    let runner = runner { (_) throws(LoadFailure) in client }
    runner.perform(.platform(.browser(.load(.countries)), as: World.psd2))
    guard case .loaded(_, _, .failed(let failure))? = await inbox.next() else {
      Issue.record("something else came")
      return
    }
    #expect(failure.message.hasPrefix("Busy or down"))
    #expect(failure.inspection?.exchange.status == 502)
    #expect(!failure.isCancelled)
  }

  @Test("The result of a cancelled load never arrives", arguments: [true, false])
  func cancelledLoad(isReplaced: Bool) async throws {
    let gate = Gate()
    let platform = SandboxPlatform()
    let transport = AnsweringTransport { request in
      if request.path?.hasSuffix("/countries") == true { await gate.wait() }
      let response = platform.respond(to: request, body: Array(SandboxForm.token.utf8))
      return TransportAnswer(response: response.head, body: response.body)
    }
    let client = try OpenPaymentsClient.sandbox(.psd2, transport: transport)
    let connections = Mutex(0)
    let runner = runner { (_) throws(LoadFailure) in
      connections.withLock { $0 += 1 }
      return client
    }
    runner.perform(.platform(.browser(.load(.countries)), as: World.psd2))
    await gate.arrival()
    if !isReplaced { runner.perform(.browser(.cancel(.countries))) }
    runner.perform(.platform(.browser(.load(isReplaced ? .countries : .cities(isoCountryCode: "SE"))), as: World.psd2))
    if isReplaced { await gate.arrival() }
    gate.open()
    guard case .loaded(_, let key, let outcome)? = await inbox.next() else {
      Issue.record("something else came")
      return
    }
    #expect(key == (isReplaced ? .countries : .cities(isoCountryCode: "SE")))
    if case .failed = outcome { Issue.record("the load in its place failed") }
    #expect(connections.withLock { $0 } == 2)
    runner.perform(.platform(.browser(.load(.detail(bicFi: "HANDSESS"))), as: World.psd2))
    guard case .loaded(_, .detail, _)? = await inbox.next() else {
      Issue.record("something came in between")
      return
    }
  }

  @Test("Stopping ends everything that is under way, and nothing comes of it")
  func stop() async {
    let runner = runner { [clock] (_) throws(LoadFailure) in
      try? await clock.sleep(for: .seconds(100))
      throw LoadFailure(message: "late", suggestion: "")
    }
    let calling: [Effect] = [
      .platform(.browser(.load(.countries)), as: World.psd2),
      .platform(.browser(.load(.cities(isoCountryCode: "SE"))), as: World.psd2),
      .platform(.call(.get(CallRequest(path: "/x"))), as: World.psd2),
      .platform(.browser(.walk(WalkPlan(Directory()))), as: World.psd2),
      .platform(.profiles(.test), as: World.psd2), .platform(.guide(.make(.countries)), as: World.psd2),
      .platform(.comparison(.side(SideKey(comparison: 1, side: 0), path: "/x")), as: World.psd2),
      .platform(.token(.check(World.report())), as: World.psd2), .platform(.token(.renew), as: World.psd2),
    ]
    for effect in calling { runner.perform(effect) }
    runner.perform(.browser(.rest(.detail(bicFi: "HANDSESS"))))
    runner.perform(.tick(at: World.start + 5))
    await clock.waitForSleepers(until: [0.12, 5] + calling.map { _ in 100 })
    runner.stop()
    // Whatever was not ended sleeps on, and the suite's time runs out.
    await clock.waitForSleepers(until: [])
    runner.perform(.copying(.copy(Clipping("x", "the end"))))
    guard case .copying(.copied)? = await inbox.next() else {
      Issue.record("something came of what was ended")
      return
    }
  }

  private static let sandbox: EffectRunner.Connect = { (caller) throws(LoadFailure) in
    do { return try OpenPaymentsClient.sandbox(caller.profile.dialect) } catch {
      throw LoadFailure(message: "\(error)", suggestion: "")
    }
  }
}

/// What the token endpoint of the sandbox wants to read.
enum SandboxForm {
  static let token: String = {
    let builtIn = SandboxCredentials.builtIn
    let secret = builtIn.clientSecret.utf8.map { byte in
      "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
    return "client_id=\(builtIn.clientID)&client_secret=\(secret)&scope=aspspinformation+private"
      + "&grant_type=client_credentials"
  }()
}

/// A transport that a function answers for.
struct AnsweringTransport: HTTPTransport {
  let answer: @Sendable (HTTPRequest) async -> TransportAnswer

  init(_ answer: @escaping @Sendable (HTTPRequest) async -> TransportAnswer) { self.answer = answer }

  func send(_ request: HTTPRequest, body: [UInt8], bodyLimit: Int) async throws(TransportFailure) -> TransportAnswer {
    let answer = await answer(request)
    if Task.isCancelled { throw TransportFailure(.cancelled) }
    return answer
  }
}

/// Holds those who come until it is opened, even if they are cancelled; tells when somebody has come.
final class Gate: Sendable {
  private struct State {
    var isOpen = false
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())
  private let arrivals: AsyncStream<Void>
  private let arrived: AsyncStream<Void>.Continuation

  init() { (arrivals, arrived) = AsyncStream.makeStream() }

  func wait() async {
    arrived.yield()
    await withCheckedContinuation { continuation in
      let isOpen = state.withLock { state in
        if !state.isOpen { state.waiting.append(continuation) }
        return state.isOpen
      }
      if isOpen { continuation.resume() }
    }
  }

  /// Returns once one more has come.
  func arrival() async { for await _ in arrivals { return } }

  func open() {
    let waiting = state.withLock { state in
      state.isOpen = true
      defer { state.waiting = [] }
      return state.waiting
    }
    waiting.forEach { $0.resume() }
  }
}
