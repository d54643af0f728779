import ExplorerStorage
import FoundationEssentials
import OpenPayments
import OpenPaymentsSandbox
import Testing
import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(1)))
struct TokenEffectTests {
  private let inbox = ActionInbox()

  private func runner(_ connect: @escaping EffectRunner.Connect) -> EffectRunner {
    EffectRunner(connect: connect, desktop: .bare, send: { [inbox] in inbox.put($0) })
  }

  /// A client of the platform in this process that tells what becomes of its token.
  private func client() throws -> OpenPaymentsClient {
    try OpenPaymentsClient.sandbox(.psd2) { [inbox] in
      $0.onTokenEvent = { inbox.put(.token(.ofTests, TokenNews($0))) }
    }
  }

  private func nextNews() async -> TokenNews? {
    guard case .token(.ofTests, let news)? = await inbox.next() else { return nil }
    return news
  }

  @Test("The sandbox's token is checked, replaced and forgotten")
  func sandbox() async throws {
    let client = try client()
    let runner = runner { _ in client }
    _ = try await client.token()
    guard case .obtained(let report)? = await nextNews() else {
      Issue.record("no report came")
      return
    }
    runner.perform(.platform(.token(.check(report)), as: World.psd2))
    guard case .checked(report, .success(let check))? = await nextNews() else {
      Issue.record("no check came")
      return
    }
    #expect(check == .valid(keyID: report.webToken?.keyID, algorithm: "ES256"))
    runner.perform(.platform(.token(.renew), as: World.psd2))
    guard case .dropped? = await nextNews(), case .obtained(let second)? = await nextNews(),
      case .renewed(nil)? = await nextNews()
    else {
      Issue.record("no new token came")
      return
    }
    #expect(second.renewals == 1 && second.webToken?.claims != report.webToken?.claims)
    runner.perform(.token(.forget, of: World.psd2))
    guard case .dropped? = await nextNews(), case .forgotten(nil)? = await nextNews() else {
      Issue.record("it was not forgotten")
      return
    }
  }

  @Test("A token that can't be removed where it is kept is told with the reason, on the screen too")
  func stuck() async throws {
    struct StuckStore: TokenStore {
      func withToken<Result: Sendable>(
        for key: TokenKey, _ body: @Sendable (inout StoredToken?) async -> Result
      ) async -> Result {
        var nothing: StoredToken?
        return await body(&nothing)
      }
      func removeToken(for key: TokenKey) async throws -> Bool {
        throw ConfigurationError("/t is still there (Permission denied); remove it yourself")
      }
    }
    let client = try OpenPaymentsClient.sandbox(.psd2) { $0.tokenStore = StuckStore() }
    runner { _ in client }.perform(.token(.forget, of: World.psd2))
    let news = try #require(await nextNews())
    var browser = Browser.withToken()
    browser.press(.token, .forgetToken)
    browser.send(.token(browser.tag, news))
    #expect(
      browser.notice?.text
        == """
        The token could not be removed: /t is still there (Permission denied); remove it yourself. Here it is forgotten.
        """)
  }

  @Test("A check that was stopped tells nothing; without a client all fail with the reason")
  func stopped() async {
    let runner = runner(EffectRunner.unreachable)
    runner.perform(.platform(.token(.check(World.report())), as: World.psd2))
    runner.perform(.token(.stopChecking, of: World.psd2))
    runner.perform(.token(.forget, of: World.psd2))
    guard case .forgotten(let failure?)? = await nextNews() else {
      Issue.record("something else came")
      return
    }
    #expect(failure.message == "The sandbox did not start.")
    runner.perform(.platform(.token(.renew), as: World.psd2))
    runner.perform(.token(.stopRenewing, of: World.psd2))
    runner.perform(.token(.forget, of: World.seed))
    guard case .token(.ofTests, .forgotten)? = await inbox.next() else {
      Issue.record("a renewal that was stopped tells of itself")
      return
    }
    runner.perform(.platform(.token(.renew), as: World.psd2))
    guard case .renewed(.some)? = await nextNews() else {
      Issue.record("something else came")
      return
    }
  }
}
