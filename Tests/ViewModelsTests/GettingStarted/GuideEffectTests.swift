import ExplorerStorage
import FoundationEssentials
import JSONText
import OpenPayments
import OpenPaymentsSandbox
import PortalClient
import Testing

@testable import ViewModels

/// What the guide asks of the outside, carried out against the platform in this process.
@MainActor
@Suite(.timeLimit(.minutes(1)))
struct GuideEffectTests {
  private let inbox = ActionInbox()
  private let clock = ManualClock()
  private let transport = SandboxTransport(platform: SandboxPlatform())

  private func runner() throws -> EffectRunner {
    let base = try BaseURL("http://127.0.0.1:4711")
    let portal = Portal(at: base, transport: transport)
    return EffectRunner(
      connect: { [transport] (caller) throws(LoadFailure) in
        do {
          return try OpenPaymentsClient.sandbox(.psd2, transport: transport) { configuration in
            guard let application = caller.profile.application, case .given(let secret) = application.secret else {
              return
            }
            configuration.credentials = Credentials(
              clientID: application.clientID, clientSecret: secret, scopes: caller.profile.scopes)
          }
        } catch { throw LoadFailure(any: error) }
      }, desktop: .bare, guide: GuideTools(portal: { () throws(LoadFailure) in portal }), clock: clock,
      send: { [inbox] in inbox.put($0) })
  }

  private func outcome() async throws -> PortalOutcome {
    guard case .guide(.portal(_, let result))? = await inbox.next() else { throw CancellationError() }
    return try result.get()
  }

  private func news() async throws -> Rehearsal.News {
    guard case .guide(.rehearsed(1, let news))? = await inbox.next() else { throw CancellationError() }
    return news
  }

  @Test("Registered, signed in with a second factor that another approves, and the code redeemed")
  func rehearsal() async throws {
    let runner = try runner()
    let draft = ApplicationDraft(
      name: "Till", redirectURIs: ["http://localhost:8080/"], scopes: ["aspspinformation", "openid", "email"])
    runner.perform(.guide(.portal(.register(draft))))
    let new = try #require(try await outcome().new)
    let user = TestUserDraft(email: "anna@example.com", password: Secret("abc1234"))
    runner.perform(.guide(.portal(.addTestUser(user))))
    #expect(try await outcome().contents.testUsers.map(\.email) == ["anna@example.com"])
    let profile = Profile(
      name: "till", environment: .builtInSandbox,
      application: Application(clientID: new.application.clientID, secret: .given(new.secret)), dialect: .psd2)
    runner.perform(
      .platform(
        .guide(
          .rehearse(
            RehearsalRequest(
              id: 1, redirectURI: "http://localhost:8080/", scopes: ["aspspinformation", "email"],
              email: user.email, password: user.password))), as: profile))
    guard case .passed = try await news(), case .waiting(let number, _) = try await news() else {
      Issue.record("nobody has to approve")
      return
    }
    // It has looked once and waits to look again.
    await clock.waitForSleepers(until: [1])
    runner.perform(.guide(.watchSignIns(true)))
    guard case .guide(.signInsSeen(let seen))? = await inbox.next() else {
      Issue.record("nothing was seen")
      return
    }
    #expect(seen.map(\.number) == [number])
    runner.perform(.guide(.watchSignIns(false)))
    runner.perform(.guide(.portal(.decide(seen[0], isApproved: true))))
    _ = try await outcome()
    clock.advance(by: .seconds(1))
    guard case .passed = try await news(),
      case .signedIn(let result, let inspection) = try await news()
    else {
      Issue.record("it did not go on")
      return
    }
    #expect(result.scopes == ["openid", "aspspinformation", "email"])
    #expect(result.idToken.claimsMembers?["email"]?.string == "anna@example.com")
    #expect(inspection.exchange.operation == .token)
  }

  @Test("A refusal is told with its call; what was cancelled tells nothing")
  func refusal() async throws {
    let runner = try runner()
    let request = RehearsalRequest(
      id: 1, redirectURI: "http://localhost:1/", scopes: [], email: "a", password: Secret("b"))
    runner.perform(.platform(.guide(.rehearse(request)), as: World.psd2))
    runner.perform(.guide(.cancelRehearsal))
    runner.perform(.guide(.portal(.addTestUser(.init(email: "", password: Secret(""))))))
    guard case .guide(.portal(_, .failure(let error)))? = await inbox.next() else {
      Issue.record("something else came")
      return
    }
    #expect(error.problems.map(\.field) == ["email", "password"])
    runner.perform(.platform(.guide(.rehearse(request)), as: World.psd2))
    guard case .failed(let refused, let inspection?) = try await news() else {
      Issue.record("it was not refused")
      return
    }
    #expect(refused.message == "The application is unknown." && inspection.exchange.status == 400)
  }

  @Test("The guide's calls lead from a token to a city's ASPSPs")
  func calls() async throws {
    let runner = try runner()
    var request: GuideRequest? = .token
    var summaries: [String] = []
    while let asked = request {
      runner.perform(.platform(.guide(.make(asked)), as: World.psd2))
      guard case .guide(.called(.ofTests, asked.call, .success(let answer)))? = await inbox.next() else {
        Issue.record("no answer to \(asked)")
        return
      }
      summaries.append(answer.summary)
      request = answer.next
    }
    #expect(summaries.count == 4 && summaries[0...1] == ["a token", "13 countries"])
    #expect(summaries[2].hasSuffix("cities in SE") && summaries[3].contains("ASPSP"))
  }

  @Test("Without a sandbox every task fails with the reason")
  func nobody() async {
    let runner = EffectRunner(connect: EffectRunner.unreachable, desktop: .bare, send: { [inbox] in inbox.put($0) })
    runner.perform(.guide(.portal(.read)))
    guard case .guide(.portal(.read, .failure(let error)))? = await inbox.next() else {
      Issue.record("something else came")
      return
    }
    #expect(error.message == "There is no sandbox.")
    runner.perform(.platform(.guide(.make(.token)), as: World.psd2))
    guard case .guide(.called(_, .token, .failure(let failure)))? = await inbox.next() else {
      Issue.record("something else came")
      return
    }
    #expect(failure.message == "The sandbox did not start.")
  }
}
