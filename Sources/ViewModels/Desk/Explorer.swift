public import ExplorerStorage
public import FoundationEssentials
public import OpenPayments

/// All that the explorer knows and shows. Actions change it, at once and without I/O; what has to be done outside comes
/// back as effects.
public struct Explorer: Sendable, Equatable {
  public internal(set) var shelf: ProfileShelf
  public internal(set) var profile: Profile { didSet { token = tokenStatus(of: profile) } }
  public internal(set) var now: Date
  public internal(set) var countries = Column()
  public internal(set) var cities = Column()
  public internal(set) var aspsps = Column()
  public internal(set) var directory = Directory()
  public internal(set) var inspector = Inspector()
  public internal(set) var focus = Pane.column(.countries)
  public internal(set) var overlay: Overlay?
  /// An exchange asked for by itself; the inspector shows it, until one goes back to the columns, in place of the one
  /// behind the focused row.
  public internal(set) var pinned: Inspection? { didSet { describePinned() } }
  /// True while the exchanges of this and earlier runs take the place of columns and inspector.
  public internal(set) var isHistoryOpen = false
  public internal(set) var history = HistoryList()
  /// Whether exchanges are kept, and whose.
  public let historySettings: HistorySettings
  /// Answers beside each other, in the inspector's place.
  public internal(set) var comparison: Comparison?
  /// The exchange that another one can be compared with.
  public internal(set) var marked: MarkedExchange?
  /// True while the focused column's filter is being typed.
  public internal(set) var isTypingFilter = false
  /// What is being typed to find something in the body.
  public internal(set) var bodyInput: BodyInput?
  /// Whether the pane that has the focus has the whole screen.
  public internal(set) var isZoomed = false
  /// The file that is looked at in place of the platform; then nothing is called.
  public internal(set) var file: FileReading?
  public internal(set) var notice: Notice?
  public internal(set) var appearance: Appearance
  public internal(set) var arrangement: Arrangement
  /// Whether the mouse is the program's rather than the terminal's own.
  public internal(set) var isMouseOn: Bool
  /// Whether seconds may be counted on the screen.
  let hasMotion: Bool
  /// A trial of a profile, under way or done.
  public internal(set) var profileTest: ProfileTest?
  /// A call asked for in person that is under way.
  public internal(set) var call: PendingCall?
  /// The platform's guide, step by step.
  public internal(set) var guide: Guide
  /// Reading all of the directory, while that is under way.
  public internal(set) var walk: DirectoryWalk?
  public internal(set) var marks: [String: Address]
  /// Calls made under this profile, and how long the last one took.
  public internal(set) var calls = Calls()

  public struct Calls: Sendable, Hashable {
    public internal(set) var count = 0
    public internal(set) var lastDuration: Duration?
  }

  /// Whether what is pinned was taken from the history, to which one goes back from it.
  var returnsToHistory = false
  /// What is on its way from the history.
  var taking: HistoryTaking?
  /// From where a file was saved last.
  var savedFrom: Standpoint?
  /// Where one is on the way to, until the lists are there that lead to it.
  var destination: Address?
  /// Whether it is worth a word if it isn't there.
  var isDestinationTold = true
  var trail = Trail()
  /// Since when one has been elsewhere than where the next run would begin.
  var movedAt: Date?
  /// Whether what is pinned was shown from the guide.
  var returnsToGuide = false
  /// Under which profile what is pinned was made.
  var pinnedOrigin = CallOrigin.unknown
  /// A call that waits for the token it is to be copied with.
  var tokenCopy: TokenCopy?
  /// What can be said of what is pinned, at the inspector's width.
  private(set) var pinnedDetails: [Line] = []
  var hasStarted = false
  /// What waits for a yes.
  var held: [Effect] = []
  /// Profiles that may be called in this run although they ask first.
  var agreed: Set<Profile.ID> = []
  /// The profile used before the one in use, in this run.
  var cameFrom: Profile?
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
  /// Whether this run has made a call, under whichever profile.
  var hasCalled = false
  var comparisonCount = 0
  var interruptArmed = false
  var searchesSoFar = 0
  var gatheringsSoFar = 0
  var scheduledTick: Date?
  /// Clocks that nobody looks at go by the minute.
  var hasFocus = true
  public internal(set) var viewport = initialViewport { didSet { if viewport != oldValue { describePinned() } } }
  private static let initialViewport = Viewport(columnRows: 1, inspectorRows: 1, inspectorWidth: 76, overlayRows: 1)
  /// What is known under the other profiles; never shown under this one.
  var others: [Profile.ID: Directory] = [:]
  var tokens: [Profile.ID: TokenStatus] = [:] { didSet { token = tokenStatus(of: profile) } }
  /// That of the profile in use, which every frame asks for.
  public private(set) var token = TokenStatus.none
  var tokenRecords: [Profile.ID: TokenRecord] = [:]
  /// What profiles are by now that had another name earlier in this run.
  var successors: [Profile.ID: Profile.ID] = [:]
  /// Calls of each profile that wait to be made again.
  var retries: [Profile.ID: [PendingRetry]] = [:]

  /// Where days begin that are named.
  public let timeZone: LocalZone
  /// Where each command has a key.
  let contexts: [Command: ContextSet]

  public init(
    shelf: ProfileShelf, profile: Profile, now: Date, history: HistorySettings = HistorySettings(),
    problems: [String] = [],
    progress: GuideProgress = GuideProgress(isPointerDismissed: true), marks: [String: Address] = [:],
    destination: Address? = nil,
    appearance: Appearance = Appearance(choice: ThemeChoice(dark: "dark", light: "light")),
    arrangement: Arrangement = Arrangement(), isMouseOn: Bool = true, hasMotion: Bool = true,
    contexts: [Command: ContextSet] = [:], timeZone: LocalZone = .gmt,
    file: FileReading? = nil
  ) {
    self.shelf = shelf
    self.shelf.uses[profile.name] = now
    notice =
      shelf.stored.problems.first.map { Notice("\($0); c lists the profiles.") } ?? problems.first.map { Notice($0) }
    self.profile = profile
    self.now = now
    historySettings = history
    self.timeZone = timeZone
    self.appearance = appearance
    self.arrangement = arrangement
    self.isMouseOn = isMouseOn
    self.hasMotion = hasMotion
    self.contexts = contexts
    self.file = file
    guide = Guide(progress: progress)
    self.marks = marks
    self.destination = destination
    if file != nil { (focus, isZoomed) = (.inspector, true) }
  }

  public var profiles: [Profile] { shelf.all }

  /// Whether something has taken the place of what the columns are about.
  public var isPinnedFromHistory: Bool { pinned != nil && returnsToHistory }

  private mutating func describePinned() {
    pinnedDetails =
      pinned.map { Details.lines($0.exchange, profile: pinnedOrigin.name, width: viewport.inspectorWidth) } ?? []
  }

  public func tokenStatus(of profile: Profile) -> TokenStatus { tokens[profile.id] ?? .none }

  public var context: Context {
    switch overlay {
    case .help: .help
    case .profiles(let switcher): switcher.isTypingFilter ? .profileFilter : .profiles
    case .profileTest: .profileTest
    case .entry: .entry
    case .copy: .copy
    case .prompt: .prompt
    case .compare: .compareMenu
    case .form: .form
    case .question: .question
    case .token: .token
    case .newApplication: .newApplication
    case .finder: .finder
    case .themes: .themes
    case .marks: .marks
    case .code: .code
    case nil where isHistoryOpen: .history
    case nil where guide.isOpen: .guide
    case nil: isTypingFilter ? .filter : bodyInput.map { $0.purpose == .search ? .search : .query } ?? paneContext
    }
  }

  private var paneContext: Context {
    guard focus == .inspector else { return .columns }
    guard comparison == nil else { return .comparison }
    return inspector.page == .body && inspector.body != nil ? .body : .inspector
  }

  public subscript(column: ColumnID) -> Column {
    get {
      switch column {
      case .countries: countries
      case .cities: cities
      case .aspsps: aspsps
      }
    }
    _modify {
      switch column {
      case .countries: yield &countries
      case .cities: yield &cities
      case .aspsps: yield &aspsps
      }
    }
  }

  /// Takes in what happened and tells what has to be done about it.
  public mutating func handle(_ action: Action, at now: Date) -> [Effect] {
    // However clocks are set, what is awaited was asked for before.
    self.now = max(self.now, now)
    let spot = spot
    let wasComparing = comparison?.isRunning == true
    let comparedFromHistory = comparison != nil && returnsToHistory
    let found = finderEntries
    var effects = reduce(successors.isEmpty ? action : action.ofCurrent(current))
    if comparedFromHistory, comparison == nil, isPinnedFromHistory { leaveInspector() }
    if wasComparing, comparison == nil { effects.append(.cancelComparison) }
    var isOnTheWay: Bool
    // Each step towards a place may make the next one known.
    repeat {
      isOnTheWay = advance()
      effects += follow(settled: action.isArrival || isOnTheWay || destination != nil)
    } while isOnTheWay
    effects += followHistory()
    effects += followGuide()
    effects += followPlace(from: spot, by: action)
    effects += reschedule()
    effects = hold(effects)
    if let found, finderEntries == nil { effects.append(.closeFinder(found)) }
    return effects
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
