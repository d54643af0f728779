import ExplorerStorage
import FoundationEssentials
public import OpenPayments

/// The three columns, what each is about, and where one is on the way to.
public struct BrowserRoom: Sendable, Equatable {
  typealias Turn = ViewModels.Turn<Work, Call, Outcome>

  public enum Work: Sendable, Hashable {
    /// Tell when the cursor has rested; a later one replaces an earlier one of the same kind.
    case rest(LoadKey)
    case cancel(LoadKey.Kind)
    case cancelWalk
    /// Where a profile was left.
    case keepPlace(profile: String, Address)
  }

  public enum Call: Sendable, Hashable {
    /// Load, in place of what may be loading for the same column.
    case load(LoadKey)
    /// Read what is not known of the directory yet.
    case walk(WalkPlan)
  }

  enum Outcome {
    /// A column is to have the focus.
    case focus(ColumnID)
    /// The details of what is under the cursor are to be looked at.
    case opened
    /// The place that was jumped to is there.
    case arrived(ColumnID)
  }

  public enum News: Sendable {
    /// The cursor has rested on a place long enough to load what it needs.
    case rested(LoadKey)
    case walked(ProfileTag, DirectoryProgress)
    /// All of the directory was read, or why not.
    case walkEnded(ProfileTag, LoadFailure?)
  }

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
  /// True while the column's filter is being typed.
  public internal(set) var isTypingFilter = false
  /// Where one is on the way to, until the lists are there that lead to it.
  var destination: Address?
  /// Whether it is worth a word if it isn't there.
  var isDestinationTold = true
  /// Since when one has been elsewhere than where the next run would begin.
  var movedAt: Date?
  /// Reading all of the directory, while that is under way.
  public internal(set) var walk: DirectoryWalk?

  init(to destination: Address?) { self.destination = destination }

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

  mutating func resize(_ viewport: Viewport) {
    for column in ColumnID.allCases { self[column].setHeight(viewport.columnRows) }
  }

  // MARK: - Commands

  /// - Parameter isFocused: whether a column has the keyboard, rather than the inspector.
  /// - Returns: nil for a command that means nothing of its own here.
  mutating func run(
    _ command: Command, isFocused: Bool, on directory: inout Directory, in world: World
  ) -> Turn? {
    if let motion = Motion(command) {
      guard isFocused else { return nil }
      destination = nil
      let list = self[column]
      self[column].move(
        to: motion.target(from: list.cursor, count: list.count, height: world.viewport.columnRows))
      return .done
    }
    switch command {
    case .open where isFocused: return open()
    case .back where isFocused: return back()
    case .filter:
      destination = nil
      isTypingFilter = true
      return .tell(.focus(column))
    case .order where isFocused:
      self[column].turnOrder()
      return .done
    case .acceptFilter where isTypingFilter:
      isTypingFilter = false
      return .done
    case .toggleExchange: return toggleExchange(in: world)
    default: return nil
    }
  }

  private mutating func open() -> Turn {
    destination = nil
    guard self[column].selected != nil else { return .say("Nothing to open here.") }
    return ColumnID(rawValue: column.rawValue + 1).map { .tell(.focus($0)) } ?? .tell(.opened)
  }

  private mutating func back() -> Turn {
    destination = nil
    return ColumnID(rawValue: column.rawValue - 1).map { .tell(.focus($0)) } ?? .say("This is the first column.")
  }

  private mutating func toggleExchange(in world: World) -> Turn {
    guard world.profile.dialect == .psd2 else {
      return .say("The seed dialect has no call for a single ASPSP: the list's is all there is.")
    }
    guard column == .aspsps, aspsps.selected != nil else {
      return .say("Only an ASPSP has two calls behind it, its own and the list's.")
    }
    prefersListExchange.toggle()
    return .done
  }

  /// Changes the text that is being typed into the column's filter.
  mutating func edit(_ change: (inout TextField) -> Void) -> Turn {
    var field = TextField(self[column].filter)
    change(&field)
    self[column].setFilter(field.text)
    return .done
  }

  mutating func point(at row: Int, in column: ColumnID) -> Turn {
    isTypingFilter = false
    destination = nil
    if self[column].row(at: row) != nil { self[column].move(to: row) }
    return .tell(.focus(column))
  }

  // MARK: - Giving up

  /// - Returns: nil where no filter is being typed.
  mutating func cancelTyping() -> Turn? {
    guard isTypingFilter else { return nil }
    isTypingFilter = false
    return dropFilter() ?? .done
  }

  /// - Returns: nil where there is no filter.
  mutating func dropFilter() -> Turn? {
    guard !self[column].filter.isEmpty else { return nil }
    self[column].setFilter("")
    return .done
  }

  /// Stays where one is.
  ///
  /// - Returns: nil where one is not on the way to anywhere.
  mutating func cancelWay(_ directory: inout Directory) -> Turn? {
    guard let target = destination else { return nil }
    destination = nil
    return (cancelLoads(&directory) ?? .done).saying("Not gone on to \(target).")
  }

  /// - Returns: nil where nothing is loading.
  func cancelLoads(_ directory: inout Directory) -> Turn? {
    let keys = directory.loading.keys
    guard !keys.isEmpty else { return nil }
    for key in keys {
      // Without its detail an ASPSP shows the list's call; coming back to it asks again.
      if key.kind == .detail { directory.forget(key) } else { directory.finish(key, .failed(.cancelled)) }
    }
    return Turn(work: Set(keys.map(\.kind)).map(Work.cancel))
  }

  /// Ends what is under way as a profile that is not in use any more.
  mutating func endWork(_ directory: inout Directory) -> Turn {
    let walked: [Work] = walk == nil ? [] : [.cancelWalk]
    walk = nil
    let keys = directory.loading.keys
    for key in keys { directory.forget(key) }
    return Turn(work: walked + Set(keys.map(\.kind)).map(Work.cancel))
  }

  /// Nobody agreed to it.
  mutating func decline(_ call: Call, _ refusal: LoadFailure, _ directory: inout Directory) {
    switch call {
    case .load(let key): directory.finish(key, .failed(refusal))
    case .walk: walk = nil
    }
  }
}
