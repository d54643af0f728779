public import ExplorerStorage
public import FoundationEssentials
public import OpenPayments

/// Something to be done outside of the state; what comes of it returns as an ``Action``.
public enum Effect: Sendable, Hashable {
  /// Tell when the cursor has rested; a later one replaces an earlier one of the same kind.
  case rest(LoadKey)
  /// Load, in place of what may be loading for the same column.
  case load(Profile, LoadKey)
  case cancel(LoadKey.Kind)
  /// Let calls that wait to be made again go out at once.
  case retryNow(Profile)
  /// Wake up when something on screen is due to change; replaces an earlier one.
  case tick(at: Date?)
  case copy(Clipping)
  /// Read the file that the program was started with.
  case readFile
  /// Search a body, in place of what may be searched now.
  case find(BodySearch.Job)
  /// Evaluate a path expression, in place of what may be searched now.
  case query(BodyQuery.Job)
  case stopFinding
  /// Gather what the finder finds, in place of what may be gathered now.
  case gather(FinderEntries.Job)
  /// The finder is closed: gather no more for it, and let go of what it held.
  case closeFinder(FinderEntries)
  /// Get a token for a call and hand it back, to be copied with the call.
  case fetchToken(Profile, for: Exchange)
  /// Do something with the profile's token.
  case token(Profile, TokenTask)
  /// Write something to a new file.
  case save(SaveSource, path: String)
  /// Make a call that somebody asked for in person, in place of one that may be under way.
  case call(Profile, CallRequest)
  case cancelCall
  /// Ask the history, in place of what may be asked of it; then let it be.
  case readHistory(HistoryRequest)
  case cancelHistory
  /// Get exchanges of the history, whole, for something to be done with them.
  case takeFromHistory([UUID], HistoryUse)
  case deleteExchanges([UUID])
  /// Make a call for a side of a comparison.
  case callSide(Profile, path: String, SideKey)
  /// Find out what differs between two answers.
  case compare(ComparedPair, comparison: Int)
  /// End the calls and the work of a comparison.
  case cancelComparison
  case copyPatch(ExchangeDifference)
  /// Read the stored profiles anew; other processes may have changed them.
  case readProfiles
  case changeProfiles(ProfileChange)
  /// Go on as the second with what serves the first, its token above all: it only got another name.
  case renameProfile(Profile, to: Profile)
  case noteUse(String)
  /// Look which of these have a token that is kept, without asking anybody for a secret.
  case lookForTokens([Profile])
  /// Try a profile, in place of one that may be tried now.
  case testProfile(Profile)
  case cancelProfileTest
  /// Let secrets go to hosts that may have changed hands.
  case allow(hosts: [String])
  /// Read what is not known of the directory yet.
  case walk(Profile, WalkPlan)
  case cancelWalk
  case keepMark(String, Address)
  /// Read the marks anew; other processes may have set some.
  case readMarks
  /// Where a profile was left.
  case keepPlace(profile: String, Address)
  case keepTheme(ThemeChoice)
  case keepArrangement(Arrangement)
  /// Take the mouse, or leave it to the terminal.
  case useMouse(Bool)
  case portal(PortalTask)
  case keepProgress(GuideProgress)
  /// Look again and again for sign-ins that wait, or no longer.
  case watchSignIns(Bool)
  case rehearse(RehearsalRequest)
  case cancelRehearsal
  case guideCall(Profile, GuideRequest)
  case cancelGuideCall
  case suspend
  case redraw
  case quit
}
