import ExplorerStorage
import FoundationEssentials
import OpenPayments

@testable import ViewModels

/// An explorer at a clock that stands still, and somebody who answers its loads from the ``World``.
struct Browser: SeesExplorer {
  private(set) var explorer: Explorer
  private(set) var now = World.start
  /// What the last action asked for, wake-ups aside.
  private(set) var work: [Effect] = []
  /// The same as it goes out.
  private(set) var effects: [Effect] = []
  /// Where each profile was left, as far as that was to be kept.
  private(set) var left: [String: Address] = [:]
  /// The wake-up asked for last, and when none was ever asked for nil.
  private(set) var tick: Date?

  init(
    _ profile: Profile = World.psd2, rows: Int = 10, width: Int = 76,
    profiles: [Profile] = [World.psd2, World.seed]
  ) {
    self.init(profile, rows: rows, width: width, shelf: ProfileShelf(own: profiles))
  }

  init(
    _ profile: Profile, rows: Int = 10, width: Int = 76, shelf: ProfileShelf,
    history: HistorySettings = HistorySettings(),
    progress: GuideProgress = GuideProgress(isPointerDismissed: true), destination: Address? = nil,
    keys: CommandKeys = CommandKeys(), hasMotion: Bool = true, file: FileReading? = nil,
    isStarted: Bool = true
  ) {
    explorer = Explorer(
      shelf: shelf, profile: profile, now: now, history: history, progress: progress, destination: destination,
      hasMotion: hasMotion, keys: keys, file: file)
    send(
      .viewportChanged(Viewport(columnRows: rows, inspectorRows: rows, inspectorWidth: width, overlayRows: rows)))
    if isStarted { start() }
  }

  /// One that has started and has all it needs on screen.
  static func settled(_ profile: Profile = World.psd2, rows: Int = 10) -> Browser {
    var browser = Browser(profile, rows: rows)
    browser.answerAll()
    return browser
  }

  mutating func start() { note(explorer.start(at: now)) }

  @discardableResult
  mutating func send(_ action: Action) -> [Effect] {
    let effects = explorer.handle(action, at: now)
    note(effects)
    return effects
  }

  /// Shows an exchange by itself, as one that was asked for is shown.
  mutating func pin(_ inspection: Inspection, madeUnder profile: String? = nil) {
    pin(inspection, from: profile.map(CallOrigin.named) ?? .unknown)
  }

  mutating func pin(_ inspection: Inspection, from origin: CallOrigin) {
    explorer.pin(inspection, madeUnder: origin)
    send(.ticked)
  }

  /// Begins the comparison of two exchanges from elsewhere.
  mutating func compare(_ left: Inspection, _ right: Inspection) {
    let world = explorer.world
    explorer.take(explorer.comparison.compare(left, of: nil, right, of: nil, in: world))
    send(.ticked)
  }

  mutating func press(_ commands: Command...) {
    for command in commands { send(.command(command)) }
  }

  mutating func type(_ text: String) {
    for character in text { send(.typed(String(character))) }
  }

  mutating func wait(_ seconds: TimeInterval) { now += seconds }

  /// The platform's answer to one load, whether it was asked for or not.
  mutating func arrive(_ key: LoadKey, _ outcome: LoadOutcome? = nil, as profile: Profile? = nil) {
    send(.loaded(profile.map { tag(of: $0) } ?? tag, key, outcome ?? World.outcome(of: key, at: now)))
  }

  /// Answers the load in ``work`` and what follows from it; the cursor rests wherever it is.
  mutating func answerAll() {
    var waiting = work
    while !waiting.isEmpty {
      switch waiting.removeFirst() {
      case .platform(.browser(.load(let key)), as: _): arrive(key)
      case .browser(.rest(let key)): send(.browser(.rested(key)))
      default: continue
      }
      waiting += work
    }
  }

  /// Goes to a row of the focused column by name, as somebody would who looks at the screen.
  mutating func go(to name: String) {
    let column = focusedColumn
    guard let row = (0..<self[column].count).first(where: { self[column].row(at: $0)?.name == name }) else { return }
    send(.pointed(column, row: row))
    answerAll()
  }

  var focusedColumn: ColumnID {
    if case .column(let column) = focus { column } else { .aspsps }
  }

  /// The inspector's lines as plain text.
  var inspectorText: [String] {
    (0..<inspector.count).map { position in
      let line = inspector[position]
      return String(repeating: " ", count: line.indent) + line.pieces.map(\.text).joined()
    }
  }

  private mutating func note(_ effects: [Effect]) {
    (work, self.effects) = ([], effects)
    for effect in effects {
      switch effect {
      case .tick(let date): tick = date
      case .browser(.keepPlace(let profile, let address)): left[profile] = address
      default: work.append(effect.withoutTag)
      }
    }
  }
}

extension Column {
  var names: [String] { (0..<count).compactMap { row(at: $0)?.name } }
}

extension Effect {
  /// As tests write it: tags are a shelf's own business.
  fileprivate var withoutTag: Effect {
    switch self {
    case .platform(let call, let caller): .platform(call, as: caller.profile)
    case .token(let work, let caller): .token(work, of: caller.profile)
    case .retryNow(let caller): .retryNow(caller.profile)
    case .profiles(.lookForTokens(let callers)): .profiles(.lookForTokens(callers.map(\.profile)))
    case .profiles(.rename(let caller)): .profiles(.rename(caller.profile))
    case .profiles(.forgetToken(let caller)): .profiles(.forgetToken(caller.profile))
    default: self
    }
  }
}
