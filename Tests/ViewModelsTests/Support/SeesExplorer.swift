import ExplorerStorage
import FoundationEssentials
import OpenPayments

@testable import ViewModels

/// Whoever drives an explorer, and what can be seen of it then. Tests look at its state through this alone, so that the
/// state can be built in another way.
protocol SeesExplorer {
  var explorer: Explorer { get }
}

extension SeesExplorer {
  var context: Context { explorer.context }
  var notice: Notice? { explorer.notice }
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

  // MARK: - Columns

  var focus: Pane { explorer.focus }
  var countries: Column { explorer.countries }
  var cities: Column { explorer.cities }
  var aspsps: Column { explorer.aspsps }

  subscript(column: ColumnID) -> Column { explorer[column] }

  /// The selected names from left to right.
  var place: [String?] { ColumnID.allCases.map { self[$0].selected?.name } }

  func title(of column: ColumnID) -> String { explorer.title(of: column) }
  func status(of column: ColumnID) -> LoadStatus { explorer.status(of: column) }
  func retry(of column: ColumnID) -> RetryWait? { explorer.retry(of: column) }

  // MARK: - Inspector

  var inspector: Inspector { explorer.inspector }
  var pinned: Inspection? { explorer.pinned }
  var isPinnedFromHistory: Bool { explorer.isPinnedFromHistory }
  /// What is being typed to find something in the body.
  var bodyInput: BodyInput? { explorer.bodyInput }

  // MARK: - What is known

  /// What is known under the profile in use.
  var directory: Directory { explorer.directory }
  /// What is known under a profile that isn't in use.
  func directory(of profile: Profile) -> Directory? { explorer.others[profile.id] }
  var knowsAll: Bool { explorer.knowsAll }
  var walk: DirectoryWalk? { explorer.walk }
  var nothingFound: String? { explorer.nothingFound }

  // MARK: - Places

  /// Where one is.
  var address: Address? { explorer.address }
  /// Where one is told to be going.
  var way: Address? { explorer.way }
  /// Where the next run should begin.
  var nextBeginning: Address? { explorer.place }
  var marks: [String: Address] { explorer.marks }

  func addresses(from typed: String) -> [String] { explorer.addresses(from: typed) }

  // MARK: - Calls

  var call: Explorer.PendingCall? { explorer.call }
  var visibleCallWait: TimeInterval? { explorer.visibleCallWait }
  var knownPaths: [String] { explorer.knownPaths }
  /// How many calls were made under the profile in use.
  var callCount: Int { explorer.calls.count }
  var lastCallDuration: Duration? { explorer.calls.lastDuration }
  var comparison: Comparison? { explorer.comparison }

  // MARK: - Token

  var token: TokenStatus { explorer.token }
  var tokenRecord: TokenRecord { explorer.tokenRecord }
  var tokenPage: (page: TokenPage, top: Int)? { explorer.tokenPage }
  /// Since when the signature is being checked.
  var visibleCheck: Date? { explorer.visibleCheck }

  func tokenStatus(of profile: Profile) -> TokenStatus { explorer.tokenStatus(of: profile) }
  func tokenOwner(of exchange: Exchange) -> TokenOwner { explorer.tokenOwner(of: exchange) }

  /// Whether anything is left of a profile's token, or of a name that a profile had before.
  func remembersToken(of profile: Profile) -> Bool {
    explorer.tokenRecords[profile.id] != nil || !explorer.successors.isEmpty
  }

  // MARK: - History

  var isHistoryOpen: Bool { explorer.isHistoryOpen }
  var history: HistoryList { explorer.history }
  var chosenExchanges: [UUID] { explorer.chosenExchanges }
  /// What is on its way from the history.
  var taking: HistoryTaking? { explorer.taking }

  // MARK: - Guide

  var guide: Guide { explorer.guide }
  var pointsToGuide: Bool { explorer.pointsToGuide }

  func state(of step: GuideStep) -> GuideStep.State { explorer.state(of: step) }
  func guideRow(_ item: GuideItem) -> GuideRow { explorer.guideRow(item) }
  func guideText(width: Int) -> [Line] { explorer.guideText(width: width) }
  func guideDetail(width: Int) -> [Line] { explorer.guideDetail(width: width) }
}
