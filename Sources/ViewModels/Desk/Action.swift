public import ExplorerStorage
public import FoundationEssentials
public import OpenPayments
public import PortalClient

/// Something that happened.
public enum Action: Sendable {
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
  case queried(BodyQuery.Job, BodyQuery.Outcome)
  case found(BodySearch.Job, BodySearch.Hits)
  case scrolled(Pane, by: Int)
  case viewportChanged(Viewport)
  /// A border between panes was moved.
  case arranged(Arrangement)
  /// The cursor has rested on a place long enough to load what it needs.
  case rested(LoadKey)
  case loaded(Profile.ID, LoadKey, LoadOutcome)
  case loadReceived(Profile.ID, LoadKey, ReceivedCount)
  case tokenChanged(Profile.ID, TokenStatus)
  case exchanged(Profile.ID, Exchange)
  /// A failed call waits to be made again.
  case retryBegan(Profile.ID, PendingRetry)
  case retryEnded(Profile.ID, RetryWait)
  case historyRead(HistoryRequest, HistoryOutcome)
  /// Something happened to the history without being asked for.
  case historyChanged(HistoryEvent)
  /// Another copy of the program is waited for.
  case waitedForLock(LockEvent)
  /// A mark holds for this run only; with the reason.
  case markNotKept(String)
  /// Exchanges were deleted, or could not be for a reason.
  case exchangesDeleted([UUID], reason: String?)
  /// An exchange of the history could not be had, for a reason.
  case exchangeMissing(String)
  /// Exchanges of the history are ready for what they were asked for.
  case takenFromHistory([TakenExchange], HistoryUse)
  /// A row of the history was pointed at.
  case historyPointed(row: Int)
  case historyScrolled(by: Int)
  /// A side of a comparison has its answer, or will have none.
  case answered(SideKey, Result<Inspection, LoadFailure>)
  case compared(Int, ExchangeDifference)
  /// Something made away from the screen's thread is ready to be copied; nil if there is nothing.
  case clipped(Clipping?)
  case fileRead(FileReadingStep)
  case copied(Clipping, CopyOutcome)
  case saved(SaveOutcome)
  /// So much of the answer to a call asked for in person has come.
  case callReceived(Profile.ID, ReceivedCount)
  /// What a call asked for in person came to.
  case called(Profile.ID, CallOutcome)
  /// A token is there to be copied with a call.
  case tokenFetched(Profile.ID, Result<Secret, LoadFailure>, for: Exchange)
  case profilesRead(ProfileList)
  case profilesChanged(ProfileChange, Result<ProfileList, ConfigurationError>)
  /// A step of a profile's trial is done; with what is known of the profile's environment that may explain it.
  case profileTested(Profile.ID, ProfileTest.Step, advice: String?)
  /// A token is kept for a profile from an earlier run.
  case tokenSeen(Profile.ID, until: Date)
  /// Secrets may go to these hosts from now on.
  case hostsAllowed([String])
  /// Something became of a profile's token.
  case token(Profile.ID, TokenNews)
  case marksRead([String: Address])
  case gathered(FinderEntries.Job, FinderEntries)
  case walked(Profile.ID, DirectoryProgress)
  /// All of the directory was read, or why not.
  case walkEnded(Profile.ID, LoadFailure?)
  case portal(PortalTask, Result<PortalOutcome, PortalError>)
  case signInsSeen([WaitingSignIn])
  case rehearsed(Int, Rehearsal.News)
  /// A step of the guide, or an item of the one shown, was pointed at.
  case guidePointed(GuidePlace)
  case guideScrolled(by: Int)
  /// A row of the list or form that lies over the columns was pointed at, by its position.
  case rowPointed(Int)
  case rowsScrolled(by: Int)
  /// A crumb was pointed at.
  case panePointed(Pane)
  case guideCalled(Profile.ID, GuideCall, Result<GuideAnswer, LoadFailure>)
  /// The terminal has said of which kind its background is.
  case backgroundSeen(isLight: Bool)
  /// The themes there are were read, or read anew.
  case themesRead([ThemeEntry])
  /// Whether somebody is at this terminal rather than at another window.
  case focusChanged(Bool)
  /// Something on screen that depends on the time is due.
  case ticked
}
