public import ExplorerStorage
public import FoundationEssentials
public import OpenPayments

/// What can be seen of the desk.
extension Explorer {
  public var now: Date { clock.now }
  public var timeZone: LocalZone { clock.timeZone }
  public var shelf: ProfileShelf { profileRoom.shelf }
  public var profiles: [Profile] { shelf.all }

  /// What lies over page or panes and has the keyboard.
  public var overlay: Layer? { layers.overlay }
  /// The page in the place of columns and inspector.
  public var page: Layer? { layers.page }
  /// Whether nothing is open over columns and inspector.
  public var showsPanesAlone: Bool { layers.top == nil }
  public var question: Question? { overlay == .question ? questions.last?.question : nil }

  /// A line that is being typed.
  public var prompt: Prompt? {
    switch overlay {
    case .commandLine: commandLine?.prompt
    case .historyFilter: history.prompt
    case .saving: saving.prompt
    default: nil
    }
  }

  /// The token's page, and from which line on it is shown; nil while it is closed.
  public var tokenPage: (page: TokenPage, top: Int)? {
    layers.contains(.token) ? token.page(of: session, in: world) : nil
  }

  /// Since when a check of the signature has been under way that is on screen.
  var visibleCheck: Date? { overlay == .token ? session.tokenRecord.checkingSince : nil }

  /// Whether something was asked for that is still to come. Reading the whole directory goes on in the background.
  public var isBusy: Bool {
    held.isEmpty
      && (!session.directory.loading.isEmpty || call.pending != nil || visibleCheck != nil
        || overlay == .finder && finder.isPreparing)
  }

  public var context: Context {
    switch layers.top {
    case .commands: .help
    case .profiles: profileRoom.switcher?.isTypingFilter == true ? .profileFilter : .profiles
    case .profileTest: .profileTest
    case .form: .entry
    case .copyMenu: .copy
    case .commandLine, .historyFilter, .saving: .prompt
    case .compareMenu: .compareMenu
    case .request: .form
    case .question: .question
    case .token: .token
    case .newApplication: .newApplication
    case .finder: .finder
    case .themes: .themes
    case .mark: .marks
    case .code: .code
    case .history: .history
    case .guide: .guide
    case nil:
      browser.isTypingFilter ? .filter : inspector.input.map { $0.purpose == .search ? .search : .query } ?? paneContext
    }
  }

  private var paneContext: Context {
    guard focus == .inspector else { return .columns }
    guard comparison.shown == nil else { return .comparison }
    return inspector.page == .body && inspector.body != nil ? .body : .inspector
  }

  // MARK: - As whom

  /// What is known under the profile in use.
  public internal(set) var session: Session {
    get { sessions.current }
    _modify { yield &sessions.current }
  }

  public var tokenStatus: TokenStatus { session.token ?? .none }
  public func tokenStatus(of profile: Profile) -> TokenStatus { sessions[caller(of: profile).tag].token ?? .none }

  /// As whom calls are made.
  var caller: Caller { Caller(profile, sessions.tag) }
  var callers: [Caller] { profiles.map(caller) }

  func caller(of profile: Profile) -> Caller {
    profile.name == self.profile.name ? caller : Caller(profile, shelf.tag(of: profile) ?? .unknown)
  }

  /// The profile of this tag as it is now; nil if it isn't there any more, or makes other calls.
  func profile(_ tag: ProfileTag) -> Profile? { tag == sessions.tag ? profile : shelf.profile(tag) }

  var world: World {
    World(
      now: now, timeZone: timeZone, viewport: viewport, caller: caller,
      standpoint: Standpoint(
        context, pinned: inspector.pinned?.inspection.exchange.id, comparison: comparison.shown?.id),
      keys: keys)
  }

  // MARK: - The columns

  public subscript(column: ColumnID) -> Column { browser[column] }
  public func title(of column: ColumnID) -> String { browser.title(of: column) }

  public func status(of column: ColumnID) -> LoadStatus {
    var status = browser.status(of: column, session.directory)
    // What waits for a yes isn't under way.
    if !held.isEmpty { status.startedAt = nil }
    return status
  }

  public func received(of column: ColumnID) -> ReceivedCount? { browser.received(of: column, session.directory) }
  public func retry(of column: ColumnID) -> RetryWait? { browser.retry(of: column, session)?.wait }

  /// A side's call that waits to be made again, or the token call that it needs.
  public func retry(of side: ComparedSide) -> RetryWait? {
    side.call.flatMap { call in
      sessions[call.caller.tag].waits.first { [.get, .token].contains($0.exchange.operation) }
    }
  }

  // MARK: - What is known to those who type

  var knownPlaces: KnownPlaces { KnownPlaces(directory: session.directory, profiles: profiles) }

  var knownPaths: KnownPaths {
    /// What a country or city is asked for by; nil where the platform sent nothing.
    func named(_ row: Row?) -> String? { row.flatMap { $0.id.isEmpty ? nil : $0.id } }
    return KnownPaths(
      profile.dialect, country: named(browser.countries.selected), city: named(browser.cities.selected),
      bicFi: browser.aspsps.selected.flatMap { $0.code.isEmpty ? nil : $0.code })
  }
}
