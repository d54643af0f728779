import ExplorerStorage
import FoundationEssentials
import OpenPayments

@testable import ViewModels

/// Whoever drives an explorer, and what can be seen of it then. Tests look at its state through this alone, so that the
/// state can be built in another way.
protocol SeesExplorer {
  var explorer: Explorer { get }
}

/// What is in the footer, in words.
struct Said: Equatable {
  let text: String
}

extension SeesExplorer {
  var context: Context { explorer.context }
  /// What is said.
  var notice: Said? { explorer.notice.map { Said(text: text(of: $0.sentence)) } }
  /// A sentence as it is shown.
  func text(of sentence: Sentence) -> String { sentence.text(explorer.keys) }
  var profile: Profile { explorer.profile }
  /// The time that the explorer goes by.
  var clock: Date { explorer.now }
  var viewport: Viewport { explorer.viewport }
  var isZoomed: Bool { explorer.isZoomed }
  var isBusy: Bool { explorer.isBusy }
  /// Whatever it holds, also what is never shown.
  var everything: String {
    var text = ""
    dump(explorer, to: &text)
    return text
  }

  func offers(_ command: Command) -> Bool { explorer.offers(command) }

  /// What is around a room.
  var world: ViewModels.World { explorer.world }

  // MARK: - Columns

  var focus: Pane { explorer.focus }
  var countries: Column { explorer.browser.countries }
  var cities: Column { explorer.browser.cities }
  var aspsps: Column { explorer.browser.aspsps }

  subscript(column: ColumnID) -> Column { explorer[column] }

  /// The selected names from left to right.
  var place: [String?] { ColumnID.allCases.map { self[$0].selected?.name } }

  func title(of column: ColumnID) -> String { explorer.title(of: column) }
  func status(of column: ColumnID) -> LoadStatus { explorer.status(of: column) }
  func retry(of column: ColumnID) -> RetryWait? { explorer.retry(of: column) }

  // MARK: - Inspector

  var inspector: Inspector { explorer.inspector }
  var pinned: Inspection? { explorer.inspector.pinned?.inspection }
  var isPinnedFromHistory: Bool { explorer.inspector.pinned?.origin == .history }
  /// What is being typed to find something in the body.
  var bodyInput: BodyInput? { explorer.inspector.input }

  // MARK: - What is known

  /// What is known under the profile in use.
  var directory: Directory { explorer.session.directory }
  /// What is known under a profile that isn't in use.
  func directory(of profile: Profile) -> Directory { explorer.sessions[tag(of: profile)].directory }
  var knowsAll: Bool { explorer.session.directory.isWhole }
  var walk: DirectoryWalk? { explorer.browser.walk }
  var nothingFound: String? { finder?.nothingFound(knowsAll: knowsAll).map(text) }

  // MARK: - Places

  /// Where one is.
  var address: Address? { explorer.address }
  /// Where one is told to be going.
  var way: Address? { explorer.way }
  /// Where the next run should begin.
  var nextBeginning: Address? { explorer.place }
  var marks: [String: Address] { explorer.places.marks }

  func addresses(from typed: String) -> [String] { explorer.knownPlaces.addresses(from: typed) }

  // MARK: - Calls

  var call: CallRoom.Pending? { explorer.call.pending }
  var visibleCallWait: TimeInterval? { call?.startedAt.visibleWait(at: clock) }
  var knownPaths: [String] { explorer.knownPaths.all }
  /// How many calls were made under the profile in use.
  var callCount: Int { explorer.session.calls.count }
  var lastCallDuration: Duration? { explorer.session.calls.lastDuration }
  var comparison: Comparison? { explorer.comparison.shown }

  // MARK: - Token

  var token: TokenStatus { explorer.tokenStatus }
  var tokenRecord: TokenRecord { explorer.session.tokenRecord }
  var tokenPage: (page: TokenPage, top: Int)? { explorer.tokenPage }
  /// Since when the signature is being checked.
  var visibleCheck: Date? { explorer.visibleCheck }

  func tokenStatus(of profile: Profile) -> TokenStatus { explorer.tokenStatus(of: profile) }
  func tokenOwner(of exchange: Exchange) -> TokenOwner { explorer.tokenOwner(of: exchange) }

  /// By which news of a profile are known.
  func tag(of profile: Profile) -> ProfileTag { explorer.caller(of: profile).tag }
  var tag: ProfileTag { explorer.sessions.tag }

  // MARK: - History

  var isHistoryOpen: Bool { explorer.layers.contains(.history) }
  var history: HistoryList { explorer.history.list }
  var chosenExchanges: [UUID] { explorer.history.chosen }
  /// What is on its way from the history.
  var taking: HistoryTaking? { explorer.history.taking }

  // MARK: - Guide

  var guide: Guide { explorer.guide }
  var isGuideOpen: Bool { explorer.layers.contains(.guide) }
  var pointsToGuide: Bool { explorer.pointsToGuide }

  func state(of step: GuideStep) -> GuideStep.State { explorer.guideWords.state(of: step) }
  func guideRow(_ item: GuideItem) -> GuideRow { explorer.guideWords.row(item) }
  func guideText(width: Int) -> [Line] { explorer.guideWords.text(width: width) }
  func guideDetail(width: Int) -> [Line] { explorer.guideWords.detail(width: width) }
}
