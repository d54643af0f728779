import ExplorerStorage
import FoundationEssentials
import OpenPayments
import OpenPaymentsSandbox
import ViewModels

/// Somebody who browses without haste: every rest is long enough, every load is waited for.
@MainActor
final class Session: @MainActor SeesExplorer {
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
        let tag = tag(of: profile)
        let client = Result {
          try OpenPaymentsClient.sandbox(profile.dialect, transport: SandboxTransport(platform: platform)) {
            $0.onExchange = { inbox.put(.exchanged(tag, $0)) }
            $0.onTokenStatus = { inbox.put(.tokenChanged(tag, $0)) }
          }
        }
        return (profile, client)
      })
    runner = EffectRunner(
      connect: { (caller) throws(LoadFailure) in
        do { return try clients[caller.profile]!.get() } catch {
          throw LoadFailure(message: "\(error)", suggestion: "")
        }
      }, desktop: .bare,
      send: { inbox.put($0) })
    let viewport = Viewport(columnRows: 1000, inspectorRows: 20, inspectorWidth: 76, overlayRows: 20)
    _ = explorer.handle(.viewportChanged(viewport), at: World.start)
  }

  var calls: Int { exchanges.count }

  var text: [String] {
    (0..<inspector.count).map { position in
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
        carryOut(explorer.handle(.browser(.rested(resting.removeFirst())), at: World.start))
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
      case .browser(.rest(let key)): resting.append(key)
      case .platform(.browser(.load(let key)), as: _):
        loading[key.kind] = key
        runner?.perform(effect)
      case .browser(.cancel(let kind)):
        loading[kind] = nil
        resting.removeAll { $0.kind == kind }
        runner?.perform(effect)
      case .quit: hasQuit = true
      default: break
      }
    }
  }
}
