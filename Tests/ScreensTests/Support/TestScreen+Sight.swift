import ExplorerStorage
import ViewModels

/// What can be seen of the explorer behind the screen. Tests look at its state through this alone, so that the state can
/// be built in another way.
extension TestScreen {
  var context: Context { explorer.context }
  var profile: Profile { explorer.profile }
  var viewport: Viewport { explorer.viewport }
  var focus: Pane { explorer.focus }
  var isZoomed: Bool { explorer.isZoomed }
  var arrangement: Arrangement { explorer.arrangement }
  var theme: String { explorer.theme }
  /// The theme there is once none is being tried.
  var chosenTheme: String { explorer.appearance.theme }

  var countries: Column { explorer.countries }
  var cities: Column { explorer.cities }
  var aspsps: Column { explorer.aspsps }
  var inspector: Inspector { explorer.inspector }
  var call: Explorer.PendingCall? { explorer.call }
  var comparison: Comparison? { explorer.comparison }
  var isHistoryOpen: Bool { explorer.isHistoryOpen }
  var history: HistoryList { explorer.history }

  subscript(column: ColumnID) -> Column { explorer[column] }

  func offers(_ command: Command) -> Bool { explorer.offers(command) }

  // MARK: - What lies over the page

  var hasOverlay: Bool { explorer.overlay != nil }
  var commandList: CommandList? { if case .help(let list)? = explorer.overlay { list } else { nil } }
  var switcher: Switcher? { if case .profiles(let switcher)? = explorer.overlay { switcher } else { nil } }
  /// What is being filled in, other than a request.
  var form: EntryForm? { if case .entry(let form)? = explorer.overlay { form } else { nil } }
  var finder: Finder? { if case .finder(let finder)? = explorer.overlay { finder } else { nil } }
}
