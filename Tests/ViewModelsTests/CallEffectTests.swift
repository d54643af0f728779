import ExplorerStorage
import FoundationEssentials
import HTTPTypes
import OpenPayments
import Testing
import ViewModels

/// The effects of calls asked for in person, of copying with a token, and of saving.
@MainActor
@Suite(.timeLimit(.minutes(1)))
struct CallEffectTests {
  private let inbox = ActionInbox()

  private func runner(_ connect: @escaping EffectRunner.Connect) -> EffectRunner {
    EffectRunner(
      connect: connect,
      desktop: .bare,
      send: { [inbox] in inbox.put($0) })
  }

  private static let sandbox: EffectRunner.Connect = { (caller) throws(LoadFailure) in
    do { return try OpenPaymentsClient.sandbox(caller.profile.dialect) } catch {
      throw LoadFailure(message: "\(error)", suggestion: "")
    }
  }

  @Test("A call asked for in person brings its exchange whatever the status; a newer one takes its place")
  func call() async {
    let runner = runner(Self.sandbox)
    runner.perform(.platform(.call(.get(CallRequest(path: "/nowhere"))), as: World.psd2))
    runner.perform(
      .platform(.call(.get(CallRequest(path: "/psd2/aspspinformation/v1/countries/XX", fields: [:]))), as: World.psd2))
    guard case .call(.ofTests, .answered(.answered(let inspection)))? = await inbox.next() else {
      Issue.record("something else came")
      return
    }
    #expect(inspection.exchange.request.path == "/psd2/aspspinformation/v1/countries/XX")
    #expect(inspection.exchange.status == 404)
    #expect(inspection.exchange.request.headerFields[.accept] == nil)
  }

  @Test("A call without a client fails with the reason; a cancelled one tells nothing")
  func failedCall() async {
    let runner = runner(EffectRunner.unreachable)
    runner.perform(.platform(.call(.get(CallRequest(path: "/one"))), as: World.psd2))
    runner.perform(.call(.cancel))
    runner.perform(.platform(.call(.get(CallRequest(path: "/two"))), as: World.psd2))
    guard case .call(_, .answered(.failed(let failure)))? = await inbox.next() else {
      Issue.record("something else came")
      return
    }
    #expect(failure.message == "The sandbox did not start.")
    inbox.finish()
    if case .some = await inbox.next() { Issue.record("a cancelled call told something") }
  }

  @Test("A token comes from the client of the profile, or the reason why none does")
  func token() async throws {
    let api = try OpenPaymentsClient.sandbox(.psd2).configuration.api
    let exchange = TokenOwnerTests.exchange(at: api.authority, scheme: api.scheme)
    runner(Self.sandbox).perform(.platform(.copying(.token(for: exchange)), as: World.psd2))
    guard case .copying(.tokenFetched(.ofTests, .success(let token), let same))? = await inbox.next() else {
      Issue.record("something else came")
      return
    }
    #expect(token.reveal().split(separator: ".").count == 3 && same == exchange)
    runner(EffectRunner.unreachable).perform(.platform(.copying(.token(for: exchange)), as: World.psd2))
    guard case .copying(.tokenFetched(_, .failure(let failure), _))? = await inbox.next() else {
      Issue.record("something else came")
      return
    }
    #expect(failure.message == "The sandbox did not start.")
  }

  @Test("No token is told for a call that went elsewhere than the profile's calls go now")
  func tokenOfAnother() async throws {
    let api = try OpenPaymentsClient.sandbox(.psd2).configuration.api
    for authority in ["127.0.0.1:1", "api.example", "\(api.authority)0"] {
      runner(Self.sandbox).perform(
        .platform(.copying(.token(for: TokenOwnerTests.exchange(at: authority, scheme: api.scheme))), as: World.psd2))
      guard case .copying(.tokenFetched(_, .failure(let failure), _))? = await inbox.next() else {
        Issue.record("something else came")
        return
      }
      #expect(failure.message.hasPrefix("This call went to \(authority), and sandbox calls \(api)"))
    }
  }

  @Test("What is saved is the body, or an archive of the run or of some calls")
  func saved() async {
    let desktop = Desktop(
      copyText: { _ in .noTool }, writeFile: { bytes, path in "\(path) \(bytes)" },
      makeArchive: { $0.map { [UInt8($0.count)] } ?? [0] })
    let runner = EffectRunner(connect: EffectRunner.unreachable, desktop: desktop, send: { [inbox] in inbox.put($0) })
    let exchange = World.exchange(body: [7, 7])
    for (source, bytes) in [(SaveSource.body(exchange), "[7, 7]"), (.run, "[0]"), (.exchanges([exchange]), "[1]")] {
      runner.perform(.saving(.write(source, path: "x")))
      guard case .saved(let outcome)? = await inbox.next() else {
        Issue.record("something else came")
        return
      }
      #expect(outcome == .failed(source, path: "x", reason: "x \(bytes)"))
    }
  }
}
