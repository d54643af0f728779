/// Everything a user can do, by name. Footer, help, key map and documentation all refer to these; what is said of each
/// stands in ``CommandFacts``, row by row in this order.
public enum Command: Int, Sendable, Hashable, CaseIterable {
  case moveDown, moveUp, halfPageDown, halfPageUp, pageDown, pageUp, moveToTop, moveToBottom
  case find, readDirectory, jump, setMark, goToMark, previousPlace, nextPlace
  case open, back, nextPane, previousPane
  case filter, order, refresh, toggleExchange
  case nextPage, previousPage, scrollLeft, scrollRight
  case toggleFold, unfold, fold, unfoldAll, foldAll, foldOthers, foldToDepth, parent, nextSibling, previousSibling
  case search, query, nextHit, previousHit, turnForm, goToError
  case zoom, growPane, shrinkPane, resetPanes, turnInspector
  case copy, copyValue, copyKey, copyPath, copyIdentifier, copyAddress, copyBody, copyHeaders, copyURL, copyRequestID
  case copyCurl, copyCurlWithToken, copySwift, copyPython
  case saveBody, saveRun
  case edit, send, addLine, deleteLine, nextField, previousField
  case commandLine, complete
  case compare, markForComparison, toggleMark, startComparison, nextDifference, previousDifference, toggleEqual
  case nextSide, previousSide, copyDifference
  case history, mark, deleteExchanges
  case token, tokenExchange, checkSignature, renewToken, forgetToken, copyClaims
  case profiles, previousProfile, addProfile, editProfile, duplicateProfile, deleteProfile, undoDelete
  case testProfile, openTestedCall, reveal, save
  case gettingStarted, deleteGuideItem, denySignIn, copyGuideItem, copySecret
  case themes, useTheme, toggleMouse
  case help, runCommand, cancel, confirm, decline, redraw, suspend, interrupt, quit
  case accept, acceptFilter, eraseCharacter, eraseForward, eraseWord, eraseLine
  case cursorLeft, cursorRight, cursorToStart, cursorToEnd

  public enum Group: String, Sendable, Hashable, CaseIterable {
    case moving = "Moving"
    case browsing = "Browsing"
    case finding = "Finding"
    case history = "History"
    case token = "Token"
    case inspecting = "Inspecting"
    case panes = "Panes"
    case body = "In a body"
    case comparing = "Comparing"
    case copying = "Copying and saving"
    case editing = "Sending again"
    case credentials = "Credentials"
    case gettingStarted = "Getting started"
    case forms = "In a form"
    case program = "Program"
    case typing = "Typing"
  }
}

extension Command {
  private var facts: CommandFacts { CommandFacts.all[rawValue] }

  /// As it is typed after the colon, and given keys: `copy-curl`.
  public var name: String { facts.name }
  /// Two or three words, for the footer.
  public var title: String { facts.title }
  /// One sentence without a full stop, for help and documentation.
  public var help: String { facts.help }
  public var group: Group { facts.group }
  var needs: CommandFacts.Need? { facts.needs }
  /// Whether it can be asked for by name: those that move, type or answer are keys only.
  public var isVerb: Bool { facts.isVerb }
}
