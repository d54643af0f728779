import ExplorerStorage
import HTTPTypes
import OpenPayments
import OpenPaymentsSandbox
import Synchronization
import Testing

@testable import ViewModels

@MainActor
@Suite(.timeLimit(.minutes(1)))
struct ComparisonEffectTests {
  private let inbox = ActionInbox()

  private func runner(_ connect: @escaping EffectRunner.Connect) -> EffectRunner {
    EffectRunner(
      connect: connect,
      desktop: .bare,
      send: { [inbox] in inbox.put($0) })
  }

  private static func profile(_ name: String) throws -> Profile {
    let base = try BaseURL("https://\(name).example")
    return Profile(
      name: name, environment: .hosts(auth: base, api: base),
      application: Application(clientID: name, secret: .given(Secret("secret-\(name)"))), dialect: .psd2)
  }

  @Test("Each profile's call goes to its own hosts with its own token, whatever becomes of the others")
  func ownHosts() async throws {
    let sent = Mutex<[String]>([])
    let connect: EffectRunner.Connect = { (caller) throws(LoadFailure) in
      guard case .hosts(let auth, let api?) = caller.profile.environment,
        let clientID = caller.profile.application?.clientID,
        case .given(let secret) = caller.profile.application?.secret
      else {
        throw LoadFailure(message: "", suggestion: "")
      }
      let transport = AnsweringTransport { request in
        let isToken = request.path == "/connect/token"
        let fields = request.headerFields[.authorization] ?? ""
        sent.withLock { $0.append("\(request.authority ?? "") \(isToken ? "" : fields)") }
        guard isToken else { return TransportAnswer(response: HTTPResponse(status: .ok), body: Array("[1]".utf8)) }
        let token = #"{"access_token":"token-of-\#(clientID)","expires_in":3600,"token_type":"Bearer"}"#
        return TransportAnswer(
          response: HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]),
          body: Array(token.utf8))
      }
      return OpenPaymentsClient(
        .init(
          auth: auth, api: api,
          credentials: Credentials(clientID: clientID, clientSecret: secret, scopes: caller.profile.scopes),
          dialect: caller.profile.dialect), transport: transport)
    }
    let runner = runner(connect)
    for (side, name) in ["one", "two"].enumerated() {
      runner.perform(
        .platform(
          .comparison(.side(SideKey(comparison: 1, side: side + 1), path: "/psd2/y?z=1")), as: try Self.profile(name)))
    }
    var answered: Set<Int> = []
    while answered.count < 2, let action = await inbox.next() {
      guard case .comparison(.answered(let key, .success(let inspection))) = action else { continue }
      answered.insert(key.side)
      #expect(inspection.exchange.request.path == "/psd2/y?z=1")
      #expect(inspection.exchange.request.headerFields[.authorization]?.contains("token-of") == false)
    }
    #expect(
      sent.withLock { Set($0) } == [
        "one.example ", "one.example Bearer token-of-one", "two.example ", "two.example Bearer token-of-two",
      ])
  }

  @Test("A call that can't be made fails in words")
  func failure() async throws {
    let runner = runner { (_) throws(LoadFailure) in throw LoadFailure(message: "Not there.", suggestion: "Wait.") }
    runner.perform(.platform(.comparison(.side(SideKey(comparison: 1, side: 1), path: "/psd2/x")), as: World.psd2))
    guard case .comparison(.answered(_, .failure(let failure)))? = await inbox.next() else {
      Issue.record("something else came")
      return
    }
    #expect(failure.message == "Not there.")
  }

  @Test("Two answers are compared, and their patch is made, away from the screen's thread")
  func comparing() async throws {
    let runner = runner { (_) throws(LoadFailure) in throw LoadFailure(message: "", suggestion: "") }
    let pair = ComparedPair(left: World.inspection("[1]"), right: World.inspection("[2]"))
    runner.perform(.comparison(.compare(pair, comparison: 7)))
    guard case .comparison(.compared(7, let difference))? = await inbox.next() else {
      Issue.record("something else came")
      return
    }
    #expect(difference.differenceCount == 1)
    runner.perform(.comparison(.makePatch(difference)))
    guard case .comparison(.patchMade(let clipping?))? = await inbox.next() else {
      Issue.record("something else came")
      return
    }
    #expect(clipping.text.contains("\"op\": \"replace\""))
  }

  @Test("What a cancelled comparison brings never arrives")
  func cancelled() async throws {
    let gate = Gate()
    let transport = AnsweringTransport { _ in
      await gate.wait()
      return TransportAnswer(response: HTTPResponse(status: .ok), body: [])
    }
    let client = try OpenPaymentsClient.sandbox(.psd2, transport: transport)
    let runner = runner { (_) throws(LoadFailure) in client }
    runner.perform(.platform(.comparison(.side(SideKey(comparison: 1, side: 1), path: "/psd2/x")), as: World.psd2))
    await gate.arrival()
    runner.perform(.comparison(.stop))
    gate.open()
    let pair = ComparedPair(left: World.inspection("[1]"), right: World.inspection("[2]"))
    runner.perform(.comparison(.compare(pair, comparison: 2)))
    guard case .comparison(.compared(2, _))? = await inbox.next() else {
      Issue.record("something of the cancelled one came")
      return
    }
  }
}
