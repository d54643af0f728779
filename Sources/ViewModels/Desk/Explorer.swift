public import ExplorerStorage
public import FoundationEssentials
import OpenPayments

/// The desk: it holds the rooms and knows which of them has the keyboard. What happens changes the state at once and without
/// I/O; what has to be done outside comes back as effects.
public struct Explorer: Sendable, Equatable {
  // MARK: The rooms

  public internal(set) var browser: BrowserRoom
  public internal(set) var inspector = Inspector()
  public internal(set) var history: HistoryRoom
  public internal(set) var comparison = ComparisonRoom()
  public internal(set) var finder = Finder()
  public internal(set) var commandList: CommandList?
  public internal(set) var commandLine: CommandLineRoom?
  public internal(set) var look: LookRoom
  public internal(set) var profileRoom: ProfilesRoom
  public internal(set) var token = TokenRoom()
  public internal(set) var places: PlacesRoom
  public internal(set) var call = CallRoom()
  public internal(set) var saving = SavingRoom()
  var copying = CopyingRoom()
  /// The platform's guide, step by step.
  public internal(set) var guide: Guide
  public internal(set) var form: EntryForm?
  public internal(set) var requestForm: RequestForm?

  // MARK: The desk's own

  var layers = Layers()
  /// What is asked, in the order of the stack.
  var questions: [AskedQuestion] = []
  public internal(set) var focus = Pane.column(.countries)
  /// Whether the pane that has the focus has the whole screen.
  public internal(set) var isZoomed = false
  public internal(set) var notice: Notice?
  public internal(set) var viewport = Viewport(columnRows: 1, inspectorRows: 1, inspectorWidth: 76, overlayRows: 1)
  public internal(set) var profile: Profile
  var sessions: Sessions
  /// What waits for a yes.
  var held: [HeldCall] = []
  /// The file that is looked at in place of the platform; then nothing is called.
  public internal(set) var file: FileReading?
  public let keys: CommandKeys
  var clock: DeskClock
  var hasStarted = false
  var interruptArmed = false
  /// What has to be done because of what is being handled.
  var outbox: [Effect] = []

  public init(
    shelf: ProfileShelf, profile: Profile, now: Date, history: HistorySettings = HistorySettings(),
    problems: [Sentence] = [],
    progress: GuideProgress = GuideProgress(isPointerDismissed: true), marks: [String: Address] = [:],
    destination: Address? = nil,
    appearance: Appearance = Appearance(choice: ThemeChoice(dark: "dark", light: "light")),
    arrangement: Arrangement = Arrangement(), isMouseOn: Bool = true, hasMotion: Bool = true,
    keys: CommandKeys = CommandKeys(), timeZone: LocalZone = .gmt,
    file: FileReading? = nil
  ) {
    var shelf = shelf
    shelf.uses[profile.name] = now
    sessions = Sessions(shelf.tag(of: profile) ?? shelf.newTag())
    profileRoom = ProfilesRoom(shelf)
    self.profile = profile
    notice =
      shelf.stored.problems.first.map { Notice("\($0); \(key: .profiles) lists the profiles.") }
      ?? problems.first.map(Notice.init)
    clock = DeskClock(now, in: timeZone, hasMotion: hasMotion)
    self.history = HistoryRoom(history)
    look = LookRoom(appearance, arrangement, isMouseOn: isMouseOn)
    places = PlacesRoom(marks)
    guide = Guide(progress: progress)
    self.keys = keys
    browser = BrowserRoom(to: destination)
    self.file = file
    if file != nil { (focus, isZoomed) = (.inspector, true) }
  }

  /// Takes in what happened and tells what has to be done about it.
  public mutating func handle(_ action: Action, at now: Date) -> [Effect] {
    clock.advance(to: now)
    let (spot, before) = (browser.spot, layers)
    reduce(action)
    var isOnTheWay: Bool
    // Each step towards a place may make the next one known.
    repeat {
      isOnTheWay = advance()
      follow(settled: action.isArrival || isOnTheWay || browser.destination != nil)
    } while isOnTheWay
    if layers.contains(.history) { take(history.follow()) }
    take(guide.follow(isOpen: layers.contains(.guide)))
    if file == nil {
      let hasMoved = !action.isArrival && spot != browser.spot
      take(browser.keepPlace(hasMoved: hasMoved, in: world))
    }
    if layers != before { leaveRooms(since: before) }
    reschedule()
    defer { outbox = [] }
    return passed(outbox)
  }

  /// The effects that begin a run; until then nothing is loaded.
  public mutating func start(at now: Date) -> [Effect] {
    hasStarted = file == nil
    return (hasStarted ? [] : [.readFile]) + handle(.ticked, at: now)
  }
}

extension Action {
  /// Came from a load rather than from the user, so the cursor is not on its way somewhere.
  var isArrival: Bool {
    if case .loaded = self { true } else { false }
  }
}
