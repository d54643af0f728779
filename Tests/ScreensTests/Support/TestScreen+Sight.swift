import ExplorerStorage

@testable import ViewModels

/// What can be seen of the explorer behind the screen. Tests look at its state through this alone, so that the state can
/// be built in another way.
extension TestScreen {
  var context: Context { explorer.context }
  /// As whom calls are made, and by which news of a profile are known.
  var caller: Caller { explorer.caller }
  var tag: ProfileTag { caller.tag }
  func tag(of profile: Profile) -> ProfileTag { explorer.caller(of: profile).tag }
  var profile: Profile { explorer.profile }
  var viewport: Viewport { explorer.viewport }
  var focus: Pane { explorer.focus }
  var isZoomed: Bool { explorer.isZoomed }
  var arrangement: Arrangement { explorer.look.arrangement }
  var theme: String { explorer.look.theme }
  /// The theme there is once none is being tried.
  var chosenTheme: String { explorer.look.appearance.theme }

  var countries: Column { explorer.browser.countries }
  var cities: Column { explorer.browser.cities }
  var aspsps: Column { explorer.browser.aspsps }
  var inspector: Inspector { explorer.inspector }
  var call: CallRoom.Pending? { explorer.call.pending }
  var comparison: Comparison? { explorer.comparison.shown }
  var isHistoryOpen: Bool { explorer.page == .history }
  var history: HistoryList { explorer.history.list }

  subscript(column: ColumnID) -> Column { explorer[column] }

  func offers(_ command: Command) -> Bool { explorer.offers(command) }

  // MARK: - What lies over the page

  var hasOverlay: Bool { explorer.overlay != nil }
  var commandList: CommandList? { explorer.overlay == .commands ? explorer.commandList : nil }
  var switcher: Switcher? { explorer.overlay == .profiles ? explorer.profileRoom.switcher : nil }
  /// What is being filled in, other than a request.
  var form: EntryForm? { explorer.overlay == .form ? explorer.form : nil }
  var finder: Finder? { explorer.overlay == .finder ? explorer.finder : nil }
}
