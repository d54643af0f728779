import ExplorerStorage
import FoundationEssentials
import HTTPTypes
import OpenPayments
import OpenPaymentsSandbox
import Testing
import ViewModels

/// The whole of it but for keys and screen: state, effects, client and platform.
@MainActor
@Suite(.timeLimit(.minutes(1)))
struct BrowsingStoryTests {
  @Test("Sweden, Stockholm, a bank, its raw response, and the same place under the other profile")
  func story() async {
    let session = Session()
    await session.start()
    #expect(session.explorer.countries.count >= 5)
    await session.press(.filter)
    await session.type("swe")
    await session.press(.acceptFilter, .open, .filter)
    await session.type("stockholm")
    await session.press(.acceptFilter, .open)
    #expect(session.explorer.cities.selected?.name == "Stockholm")
    #expect(session.explorer.aspsps.count > 1)
    await session.press(.filter)
    await session.type("handels")
    await session.press(.acceptFilter)
    #expect(session.explorer.aspsps.selected?.code == "HANDSESS")

    let exchange = session.explorer.inspector.subject.inspection?.exchange
    #expect(exchange?.request.path?.hasSuffix("/HANDSESS") == true)
    #expect(exchange?.status == 200)
    #expect(exchange?.tokenExchange != nil)
    #expect(session.text.contains { $0.contains(#""bicFi": "HANDSESS""#) })
    await session.press(.open)
    #expect(session.text.contains("BIC             HANDSESS"))
    await session.press(.toggleExchange, .nextPage)
    #expect(session.explorer.inspector.subject.inspection?.exchange.request.path?.contains("cityIds=") == true)
    #expect(session.explorer.inspector.path?.hasPrefix("$.aspsps[") == true)
    if case .valid = session.explorer.token {} else { Issue.record("the token is not good") }

    let place = ColumnID.allCases.map { session.explorer[$0].selected?.name }
    await session.press(.profiles, .moveDown, .acceptFilter)
    #expect(session.explorer.profile.dialect == .seed)
    #expect(ColumnID.allCases.map { session.explorer[$0].selected?.name } == place)
    let seed = session.explorer.inspector.subject.inspection?.exchange
    #expect(seed?.request.path?.hasPrefix("/aspspinformation/v1/aspsps/SE/cities/") == true)
    #expect(session.explorer.inspector.path?.isEmpty == false)

    let calls = session.calls
    await session.press(.previousProfile)
    #expect(session.explorer.profile.dialect == .psd2)
    #expect(session.calls == calls, "all of it is known")
    await session.press(.back, .cancel, .quit)
    #expect(session.hasQuit)
  }

  @Test("One token serves a whole profile, and each call of psd2 has an id of its own")
  func tokens() async {
    let session = Session()
    await session.start()
    await session.press(.moveDown, .moveDown, .moveToBottom, .open, .open)
    let exchanges = session.exchanges
    #expect(exchanges.filter { $0.operation == .token }.count == 1)
    #expect(exchanges.count > 5)
    #expect(Set(exchanges.map(\.id)).count == exchanges.count)
  }

  @Test("In every country, every city of both dialects lists something", arguments: [World.psd2, World.seed])
  func everyCity(profile: Profile) async {
    let session = Session(profile)
    await session.start()
    var banks: Set<String> = []
    for country in 0..<session.explorer.countries.count {
      await session.send(.pointed(.countries, row: country - session.explorer.countries.top))
      for city in 0..<session.explorer.cities.count {
        await session.press(.open, .moveToTop)
        await session.send(.pointed(.cities, row: city))
        #expect(session.explorer.aspsps.count > 0, "\(session.explorer.cities.selected?.name ?? "")")
        banks.formUnion(session.explorer.aspsps.rows.map(\.code))
      }
    }
    #expect(banks.count >= 100)
  }
}

/// Somebody who browses without haste: every rest is long enough, every load is waited for.
@MainActor
private final class Session {
  private(set) var explorer: Explorer
  private(set) var hasQuit = false
  private(set) var exchanges: [Exchange] = []
  private var runner: EffectRunner?
  private var resting: [LoadKey] = []
  private var loading: [LoadKey.Kind: LoadKey] = [:]
  private let inbox = ActionInbox()

  init(_ profile: Profile = World.psd2) {
    explorer = Explorer(shelf: ProfileShelf(own: [World.psd2, World.seed]), profile: profile, now: World.start)
    let inbox = inbox
    let platform = SandboxPlatform()
    let clients = Dictionary(
      uniqueKeysWithValues: [World.psd2, World.seed].map { profile in
        let client = Result {
          try OpenPaymentsClient.sandbox(profile.dialect, transport: SandboxTransport(platform: platform)) {
            $0.onExchange = { inbox.put(.exchanged(profile.id, $0)) }
            $0.onTokenStatus = { inbox.put(.tokenChanged(profile.id, $0)) }
          }
        }
        return (profile, client)
      })
    runner = EffectRunner(
      connect: { (profile) throws(LoadFailure) in
        do { return try clients[profile]!.get() } catch { throw LoadFailure(message: "\(error)", suggestion: "") }
      }, desktop: .bare,
      send: { inbox.put($0) })
    let viewport = Viewport(columnRows: 1000, inspectorRows: 20, inspectorWidth: 76, overlayRows: 20)
    _ = explorer.handle(.viewportChanged(viewport), at: World.start)
  }

  var calls: Int { exchanges.count }

  var text: [String] {
    let inspector = explorer.inspector
    return (0..<inspector.count).map { position in
      String(inspector[position].pieces.map(\.text).joined().drop { $0 == " " })
    }
  }

  func start() async {
    carryOut(explorer.start(at: World.start))
    await settle()
  }

  func press(_ commands: Command...) async {
    for command in commands { await send(.command(command)) }
  }

  func type(_ text: String) async {
    for character in text { await send(.typed(String(character))) }
  }

  func send(_ action: Action) async {
    carryOut(explorer.handle(action, at: World.start))
    await settle()
  }

  private func settle() async {
    while !resting.isEmpty || !loading.isEmpty {
      if !resting.isEmpty {
        carryOut(explorer.handle(.rested(resting.removeFirst()), at: World.start))
      } else if let action = await inbox.next() {
        take(action)
      }
    }
  }

  private func take(_ action: Action) {
    if case .loaded(_, let key, _) = action { loading[key.kind] = nil }
    if case .exchanged(_, let exchange) = action { exchanges.append(exchange) }
    carryOut(explorer.handle(action, at: World.start))
  }

  private func carryOut(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .rest(let key): resting.append(key)
      case .load(_, let key):
        loading[key.kind] = key
        runner?.perform(effect)
      case .cancel(let kind):
        loading[kind] = nil
        resting.removeAll { $0.kind == kind }
        runner?.perform(effect)
      case .quit: hasQuit = true
      default: break
      }
    }
  }
}
