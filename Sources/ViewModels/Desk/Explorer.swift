public import ExplorerStorage
public import FoundationEssentials
import OpenPayments

/// The desk: it holds the rooms and knows which of them has the keyboard. What happens changes the state at once and without
/// I/O; what has to be done outside comes back as effects.
public struct Explorer: Sendable, Equatable {
  // MARK: The rooms

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

  // MARK: The columns

  public internal(set) var countries = Column()
  public internal(set) var cities = Column()
  public internal(set) var aspsps = Column()
  /// The column that had the focus last: what the inspector is about.
  var column = ColumnID.countries
  /// What the cities and ASPSPs columns are about.
  var shownCountry: String?
  var shownCity: CityPlace?
  /// The ASPSP whose detail was asked for or waits for the cursor to rest.
  var restingDetail: String?
  /// Where the cursor was in each list, by what the list is about.
  var memory = PlaceMemory()
  /// Shows the list's exchange for an ASPSP although its detail is there.
  var prefersListExchange = false
  /// True while the focused column's filter is being typed.
  public internal(set) var isTypingFilter = false
  /// Where one is on the way to, until the lists are there that lead to it.
  var destination: Address?
  /// Whether it is worth a word if it isn't there.
  var isDestinationTold = true
  /// Since when one has been elsewhere than where the next run would begin.
  var movedAt: Date?
  /// Reading all of the directory, while that is under way.
  public internal(set) var walk: DirectoryWalk?

  // MARK: The inspector

  public internal(set) var inspector = Inspector()
  /// What is being typed to find something in the body.
  public internal(set) var bodyInput: BodyInput?
  public internal(set) var pinned: Pinned?
  var searchesSoFar = 0

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
  /// The profile used before the one in use, in this run.
  var cameFrom: ProfileTag?
  /// What waits for a yes.
  var held: [HeldCall] = []
  /// The file that is looked at in place of the platform; then nothing is called.
  public internal(set) var file: FileReading?
  public let contexts: CommandContexts
  var clock: DeskClock
  var hasStarted = false
  /// Whether this run has made a call, under whichever profile.
  var hasCalled = false
  var interruptArmed = false
  /// What has to be done because of what is being handled.
  var outbox: [Effect] = []

  public init(
    shelf: ProfileShelf, profile: Profile, now: Date, history: HistorySettings = HistorySettings(),
    problems: [String] = [],
    progress: GuideProgress = GuideProgress(isPointerDismissed: true), marks: [String: Address] = [:],
    destination: Address? = nil,
    appearance: Appearance = Appearance(choice: ThemeChoice(dark: "dark", light: "light")),
    arrangement: Arrangement = Arrangement(), isMouseOn: Bool = true, hasMotion: Bool = true,
    contexts: CommandContexts = CommandContexts(), timeZone: LocalZone = .gmt,
    file: FileReading? = nil
  ) {
    var shelf = shelf
    shelf.uses[profile.name] = now
    sessions = Sessions(shelf.tag(of: profile) ?? shelf.newTag())
    profileRoom = ProfilesRoom(shelf)
    self.profile = profile
    notice =
      shelf.stored.problems.first.map { Notice("\($0); c lists the profiles.") } ?? problems.first.map { Notice($0) }
    clock = DeskClock(now, in: timeZone, hasMotion: hasMotion)
    self.history = HistoryRoom(history)
    look = LookRoom(appearance, arrangement, isMouseOn: isMouseOn)
    places = PlacesRoom(marks)
    guide = Guide(progress: progress)
    self.contexts = contexts
    self.destination = destination
    self.file = file
    if file != nil { (focus, isZoomed) = (.inspector, true) }
  }

  /// Takes in what happened and tells what has to be done about it.
  public mutating func handle(_ action: Action, at now: Date) -> [Effect] {
    clock.advance(to: now)
    let spot = spot
    let before = layers
    reduce(action)
    var isOnTheWay: Bool
    // Each step towards a place may make the next one known.
    repeat {
      isOnTheWay = advance()
      follow(settled: action.isArrival || isOnTheWay || destination != nil)
    } while isOnTheWay
    if layers.contains(.history) { take(history.follow()) }
    take(guide.follow(isOpen: layers.contains(.guide)))
    followPlace(from: spot, by: action)
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
