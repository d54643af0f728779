import ExplorerStorage
import FoundationEssentials
import HTTPTypes
import OpenPayments
import OpenPaymentsSandbox
import PortalClient
import Screens
import ShippedThemes
import Synchronization
import Terminal
import Testing
import ViewModels

/// The explorer on a terminal in memory, in front of a platform in this process, at a time that stands still.
@MainActor
final class TestScreen {
  nonisolated static let start = Date(timeIntervalSince1970: 1_800_000_000)
  nonisolated static let profiles = [
    Profile(name: "sandbox", environment: .builtInSandbox, dialect: .psd2),
    Profile(name: "sandbox-seed", environment: .builtInSandbox, dialect: .seed),
  ]

  let terminal: InMemoryTerminal
  let themes = ThemeLibrary(shipped: ThemeSource.shipped)
  /// While true nothing is carried out: loads stay under way.
  var isHeld = false
  /// What the sandbox's portal holds; nil while it doesn't answer.
  var portal: Portal.Contents?
  /// What was asked of the outside, wake-ups aside.
  private(set) var effects: [Effect] = []
  private let keyMap: KeyMap
  private var now = TestScreen.start
  private var app: ExplorerApp?
  private var runner: EffectRunner?
  private var resting: [LoadKey] = []
  private var loading: Set<LoadKey.Kind> = []
  private var isCalling = false
  /// Whether an answer of the history is awaited.
  private var isAsking = false
  /// How much work for a comparison is under way.
  private var comparing = 0
  /// How much is under way that concerns the token.
  private var tokenTasks = 0
  private let actions: AsyncStream<Action>

  init(
    _ size: Size, theme name: String = "dark", fixedTheme: String? = nil, profiles: [Profile] = profiles,
    transport: any HTTPTransport = SandboxTransport.fixed, history: HistoryStore? = nil,
    keeping: HistorySettings = HistorySettings(), keepsClients: Bool = false,
    isNewcomer: Bool = false, depth: ColorDepth = .direct, keyMap: KeyMap = .standard
  ) throws {
    self.keyMap = keyMap
    terminal = InMemoryTerminal(size: size, colorDepth: depth)
    let (actions, inbox) = AsyncStream.makeStream(of: Action.self)
    self.actions = actions
    let clients = KeptClients(isOn: keepsClients)
    runner = EffectRunner(
      connect: { (caller) throws(LoadFailure) in
        try clients.client(for: caller.profile) { () throws(LoadFailure) in
          try Self.client(for: caller, transport: transport, tell: { inbox.yield($0) })
        }
      }, desktop: Desktop(copyText: { _ in .noTool }, writeFile: { _, _ in nil }, makeArchive: { _ in [] }),
      history: history,
      now: { Self.start },
      send: { inbox.yield($0) })
    app = ExplorerApp(
      explorer: Explorer(
        shelf: ProfileShelf(own: profiles), profile: profiles[0], now: Self.start, history: keeping,
        progress: GuideProgress(isPointerDismissed: !isNewcomer),
        appearance: Appearance(choice: ThemeChoice(dark: name, light: "light"), fixed: fixedTheme).with(
          names: themes.names),
        keys: keyMap.commandKeys),
      terminal: terminal, themes: themes, keyMap: keyMap, timeZone: .gmt,
      now: { [unowned self] in now }, perform: { [unowned self] in perform($0) })
  }

  var explorer: Explorer {
    app?.explorer ?? Explorer(shelf: ProfileShelf(own: Self.profiles), profile: Self.profiles[0], now: now)
  }
  var hasQuit: Bool { app?.hasQuit ?? true }
  var text: String { terminal.text }
  var lines: [String] { terminal.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

  func open() async {
    app?.draw()
    app?.start()
    await settle()
  }

  /// Keys by name, each followed by all that comes of it.
  func press(_ names: String...) async throws {
    for name in names {
      app?.handle(.key(try key(named: name)))
      await settle()
    }
  }

  /// Keys that come faster than frames are drawn.
  func burst(_ names: String...) async throws {
    for name in names { app?.handle(.key(try key(named: name))) }
    await settle()
  }

  /// The key that does here what the named one usually does.
  private func key(named name: String) throws -> Key {
    let key = try #require(Key(name))
    let command = KeyMap.standard.command(for: key, in: context)
    guard let command, keyMap.command(for: key, in: context) != command else { return key }
    return try #require(keyMap.keys(for: command, in: context).first)
  }

  func type(_ text: String) async {
    for character in text {
      app?.handle(.key(.character(character)))
      await settle()
    }
  }

  func handle(_ event: TerminalEvent) async {
    app?.handle(event)
    await settle()
  }

  func use(_ library: ThemeLibrary) async {
    app?.use(library, entries: library.entries)
    await settle()
  }

  func receive(_ action: Action) async {
    app?.receive(action)
    await settle()
  }

  func draw() { app?.draw() }

  func resize(_ size: Size) async {
    terminal.size = size
    await handle(.resize(size))
  }

  func wait(_ seconds: TimeInterval) async {
    now += seconds
    await receive(.ticked)
  }

  /// Down to the row of this name in the focused column.
  func move(to name: String) async throws {
    guard case .column(let column) = focus else { return }
    for _ in 0..<self[column].count where self[column].selected?.name != name { try await press("j") }
    try #require(self[column].selected?.name == name)
  }

  private func settle() async {
    while !Task.isCancelled, !isHeld,
      !resting.isEmpty || !loading.isEmpty || isCalling || isAsking || comparing > 0 || tokenTasks > 0
    {
      if !resting.isEmpty {
        app?.receive(.browser(.rested(resting.removeFirst())))
        continue
      }
      for await action in actions {
        switch action {
        case .loaded(_, let key, _): loading.remove(key.kind)
        case .call(_, .answered): isCalling = false
        case .history(.read), .history(.taken), .history(.deleted), .guide(.called): isAsking = false
        case .comparison(.answered), .comparison(.compared): comparing -= 1
        case .token(_, .checked), .token(_, .renewed), .token(_, .forgotten): tokenTasks -= 1
        default: break
        }
        app?.receive(action)
        break
      }
    }
    app?.draw()
  }

  private func perform(_ effect: Effect) {
    if case .tick = effect { return }
    effects.append(effect)
    guard !isHeld else { return }
    switch effect {
    case .browser(.rest(let key)): resting.append(key)
    case .platform(let call, _): perform(call, effect)
    case .browser(.cancel(let kind)):
      loading.remove(kind)
      resting.removeAll { $0.kind == kind }
      runner?.perform(effect)
    case .history(.read), .history(.take), .history(.delete):
      isAsking = true
      runner?.perform(effect)
    case .history(.stopReading): isAsking = false
    case .call(.cancel):
      isCalling = false
      runner?.perform(effect)
    case .comparison(.compare):
      comparing += 1
      runner?.perform(effect)
    case .token(let work, _):
      if work == .forget { tokenTasks += 1 }
      runner?.perform(effect)
    case .guide(.portal(let task)):
      if let portal { app?.receive(.guide(.portal(task, .success(PortalOutcome(contents: portal))))) }
    case .browser, .guide, .inspector, .look, .places, .profiles, .saving, .copying, .finder, .comparison, .retryNow,
      .tick, .allow, .readFile, .suspend, .redraw, .useMouse, .quit:
      break
    }
  }

  private func perform(_ call: PlatformCall, _ effect: Effect) {
    switch call {
    case .browser(.load(let key)): loading.insert(key.kind)
    case .call: isCalling = true
    case .comparison: comparing += 1
    case .token: tokenTasks += 1
    case .guide(.make): isAsking = true
    case .browser(.walk), .profiles, .copying, .guide(.rehearse): return
    }
    runner?.perform(effect)
  }

  private nonisolated static func client(
    for caller: Caller, transport: any HTTPTransport, tell: @escaping @Sendable (Action) -> Void
  ) throws(LoadFailure) -> OpenPaymentsClient {
    do {
      let base = try BaseURL("http://127.0.0.1:4711")
      let builtIn = SandboxCredentials.builtIn
      var configuration = OpenPaymentsClient.Configuration(
        auth: base, api: base,
        credentials: Credentials(
          clientID: builtIn.clientID, clientSecret: Secret(builtIn.clientSecret), scopes: caller.profile.scopes),
        dialect: caller.profile.dialect)
      configuration.retry = .never
      configuration.onExchange = { tell(.exchanged(caller.tag, $0)) }
      configuration.onTokenEvent = { tell(.token(caller.tag, TokenNews($0))) }
      configuration.onTokenStatus = { tell(.tokenChanged(caller.tag, $0)) }
      return OpenPaymentsClient(
        configuration, transport: transport, time: TimeSource(now: { start }, elapsed: { .zero }),
        newID: {
          UUID(uuid: (0x99, 0x39, 0x1c, 0x7e, 0xad, 0x88, 0x49, 0xec, 0xa2, 0xad, 0x99, 0xdd, 0xcb, 0x1f, 0x77, 0x21))
        })
    } catch {
      throw LoadFailure(message: "\(error)", suggestion: "")
    }
  }
}
