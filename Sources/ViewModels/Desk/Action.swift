public import ExplorerStorage
public import FoundationEssentials
public import OpenPayments

/// Something that happened, as the sum of what the rooms are told.
public enum Action: Sendable {
  // MARK: By hand

  case command(Command)
  /// A command was chosen by name or by mouse: nobody quits by a slip.
  case chosen(Command)
  /// Typed or pasted text.
  case typed(String)
  /// A row was pointed at: the column, and the row's place among those shown.
  case pointed(ColumnID, row: Int)
  case pagePointed(Page)
  /// A line of the inspector was pointed at, by its place among those shown.
  case linePointed(Int)
  /// The key that folds to a depth says to which.
  case depthChosen(Int)
  case scrolled(Pane, by: Int)
  /// A row of the history was pointed at.
  case historyPointed(row: Int)
  case historyScrolled(by: Int)
  /// A step of the guide, or an item of the one shown, was pointed at.
  case guidePointed(GuidePlace)
  case guideScrolled(by: Int)
  /// A row of the list or form that lies over the columns was pointed at, by its position.
  case rowPointed(Int)
  case rowsScrolled(by: Int)
  /// A crumb was pointed at.
  case panePointed(Pane)
  /// A border between panes was moved.
  case arranged(Arrangement)

  // MARK: Of the screen and the clock

  case viewportChanged(Viewport)
  /// Whether somebody is at this terminal rather than at another window.
  case focusChanged(Bool)
  /// Something on screen that depends on the time is due.
  case ticked

  // MARK: News for a room

  case browser(BrowserRoom.News)
  case call(ProfileTag, CallRoom.News)
  case comparison(ComparisonRoom.News)
  case copying(CopyingRoom.News)
  case finder(Finder.News)
  case guide(Guide.News)
  case history(HistoryRoom.News)
  case inspector(Inspector.News)
  case look(LookRoom.News)
  case places(PlacesRoom.News)
  case profiles(ProfilesRoom.News)
  case saved(SaveOutcome)

  // MARK: News of what is known under a profile

  case loaded(ProfileTag, LoadKey, LoadOutcome)
  case loadReceived(ProfileTag, LoadKey, ReceivedCount)
  case tokenChanged(ProfileTag, TokenStatus)
  /// A token is kept for a profile from an earlier run.
  case tokenSeen(ProfileTag, until: Date)
  /// Something became of a profile's token.
  case token(ProfileTag, TokenNews)
  case exchanged(ProfileTag, Exchange)
  /// A failed call waits to be made again.
  case retryBegan(ProfileTag, PendingRetry)
  case retryEnded(ProfileTag, RetryWait)

  // MARK: News for all

  case profilesRead(ProfileList)
  case profilesChanged(ProfileChange, Result<ProfileList, ConfigurationError>)
  /// Secrets may go to these hosts from now on.
  case hostsAllowed([String])
  /// Another copy of the program is waited for.
  case waitedForLock(LockEvent)
  case fileRead(FileReadingStep)
}
