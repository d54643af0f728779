/// Everything a user can do, by name. Footer, help, key map and documentation all refer to these.
public enum Command: Sendable, Hashable, CaseIterable {
  case moveDown, moveUp, halfPageDown, halfPageUp, pageDown, pageUp, moveToTop, moveToBottom
  case find, readDirectory, jump, setMark, goToMark, previousPlace, nextPlace
  case open, back, nextPane, previousPane
  case filter, refresh, toggleExchange
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

  public var group: Group {
    switch self {
    case .moveDown, .moveUp, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .moveToTop, .moveToBottom: .moving
    case .open, .back, .nextPane, .previousPane, .filter, .refresh, .cancel: .browsing
    case .find, .readDirectory, .jump, .setMark, .goToMark, .previousPlace, .nextPlace: .finding
    case .history, .mark, .deleteExchanges: .history
    case .token, .tokenExchange, .checkSignature, .renewToken, .forgetToken, .copyClaims: .token
    case .toggleExchange, .nextPage, .previousPage, .scrollLeft, .scrollRight: .inspecting
    case .zoom, .growPane, .shrinkPane, .resetPanes, .turnInspector: .panes
    case .toggleFold, .unfold, .fold, .unfoldAll, .foldAll, .foldOthers, .foldToDepth, .parent, .nextSibling,
      .previousSibling, .search, .query, .nextHit, .previousHit, .turnForm, .goToError:
      .body
    case .compare, .markForComparison, .toggleMark, .startComparison, .nextDifference, .previousDifference,
      .toggleEqual,
      .nextSide, .previousSide:
      .comparing
    case .copy, .copyValue, .copyKey, .copyPath, .copyIdentifier, .copyAddress, .copyBody, .copyHeaders, .copyURL,
      .copyRequestID,
      .copyCurl, .copyCurlWithToken, .copySwift, .copyPython, .copyDifference,
      .saveBody, .saveRun:
      .copying
    case .edit, .send, .addLine, .deleteLine, .nextField, .previousField: .editing
    case .profiles, .previousProfile, .addProfile, .editProfile, .duplicateProfile, .deleteProfile, .undoDelete,
      .testProfile, .openTestedCall:
      .credentials
    case .gettingStarted, .deleteGuideItem, .denySignIn, .copyGuideItem, .copySecret: .gettingStarted
    case .reveal, .save: .forms
    case .commandLine, .themes, .useTheme, .toggleMouse, .help, .runCommand, .confirm, .decline, .redraw, .suspend,
      .interrupt, .quit:
      .program
    case .accept, .acceptFilter, .complete, .eraseCharacter, .eraseForward, .eraseWord, .eraseLine, .cursorLeft,
      .cursorRight, .cursorToStart, .cursorToEnd:
      .typing
    }
  }
}
