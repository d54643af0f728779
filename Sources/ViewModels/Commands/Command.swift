/// Everything a user can do, by name. Footer, help, key map and documentation all refer to these.
public enum Command: String, Sendable, Hashable, CaseIterable {
  case moveDown, moveUp, halfPageDown, halfPageUp, pageDown, pageUp, moveToTop, moveToBottom
  case find, readDirectory, jump, setMark, goToMark, previousPlace, nextPlace
  case open, back, nextPane, previousPane
  case filter, refresh, toggleExchange
  case nextPage, previousPage, scrollLeft, scrollRight
  case toggleFold, unfold, fold, unfoldAll, foldAll, foldOthers, foldToDepth, parent, nextSibling, previousSibling
  case search, query, nextHit, previousHit, turnForm, zoom
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
    case .toggleExchange, .nextPage, .previousPage, .scrollLeft, .scrollRight, .zoom: .inspecting
    case .toggleFold, .unfold, .fold, .unfoldAll, .foldAll, .foldOthers, .foldToDepth, .parent, .nextSibling,
      .previousSibling, .search, .query, .nextHit, .previousHit, .turnForm:
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
    case .commandLine, .help, .runCommand, .confirm, .decline, .redraw, .suspend, .interrupt, .quit: .program
    case .accept, .acceptFilter, .complete, .eraseCharacter, .eraseForward, .eraseWord, .eraseLine, .cursorLeft,
      .cursorRight, .cursorToStart, .cursorToEnd:
      .typing
    }
  }

  /// Two or three words, for the footer.
  public var title: String {
    switch self {
    case .moveDown: "down"
    case .moveUp: "up"
    case .halfPageDown: "half down"
    case .halfPageUp: "half up"
    case .pageDown: "page down"
    case .pageUp: "page up"
    case .moveToTop: "top"
    case .moveToBottom: "bottom"
    case .find: "find"
    case .readDirectory: "read all"
    case .jump: "go there"
    case .setMark: "set mark"
    case .goToMark: "go to mark"
    case .previousPlace: "place before"
    case .nextPlace: "place after"
    case .open: "open"
    case .back: "back"
    case .nextPane: "next pane"
    case .previousPane: "previous pane"
    case .filter: "filter"
    case .refresh: "refresh"
    case .toggleExchange: "list/detail"
    case .nextPage: "next page"
    case .previousPage: "previous page"
    case .scrollLeft: "left"
    case .scrollRight: "right"
    case .toggleFold: "fold"
    case .unfold: "unfold"
    case .fold: "close"
    case .unfoldAll: "open all"
    case .foldAll: "fold all"
    case .foldOthers: "fold others"
    case .foldToDepth: "depth"
    case .parent: "parent"
    case .nextSibling: "next"
    case .previousSibling: "previous"
    case .search: "search"
    case .query: "narrow"
    case .nextHit: "next hit"
    case .previousHit: "previous hit"
    case .turnForm: "tree/text/hex"
    case .zoom: "zoom"
    case .copy: "copy"
    case .copyValue: "value"
    case .copyKey: "key"
    case .copyPath: "path"
    case .copyIdentifier: "BIC or id"
    case .copyAddress: "address"
    case .copyBody: "body"
    case .copyHeaders: "headers"
    case .copyURL: "URL"
    case .copyRequestID: "X-Request-ID"
    case .copyCurl: "curl"
    case .copyCurlWithToken: "curl, token"
    case .copySwift: "Swift"
    case .copyPython: "Python"
    case .saveBody: "save body"
    case .saveRun: "save calls"
    case .edit: "edit"
    case .send: "send"
    case .addLine: "add line"
    case .deleteLine: "delete line"
    case .nextField: "next field"
    case .previousField: "previous field"
    case .commandLine: "command"
    case .complete: "complete"
    case .history: "history"
    case .mark: "mark"
    case .deleteExchanges: "delete"
    case .compare: "compare"
    case .markForComparison: "mark call"
    case .toggleMark: "mark profile"
    case .startComparison: "start"
    case .nextDifference: "differences"
    case .previousDifference: "one before"
    case .toggleEqual: "equal rows"
    case .nextSide: "next answer"
    case .previousSide: "answer before"
    case .copyDifference: "JSON Patch"
    case .token: "token"
    case .tokenExchange: "its call"
    case .checkSignature: "verify"
    case .renewToken: "new token"
    case .forgetToken: "forget token"
    case .copyClaims: "copy claims"
    case .profiles: "profiles"
    case .previousProfile: "profile before"
    case .addProfile: "add"
    case .editProfile: "edit profile"
    case .duplicateProfile: "duplicate"
    case .deleteProfile: "delete profile"
    case .undoDelete: "undo"
    case .testProfile: "test"
    case .openTestedCall: "see the call"
    case .reveal: "reveal"
    case .save: "save"
    case .gettingStarted: "guide"
    case .deleteGuideItem: "delete entry"
    case .denySignIn: "deny"
    case .copyGuideItem: "copy entry"
    case .copySecret: "copy secret"
    case .help: "help"
    case .runCommand: "do it"
    case .cancel: "cancel"
    case .confirm: "yes"
    case .decline: "no"
    case .redraw: "redraw"
    case .suspend: "suspend"
    case .interrupt: "stop"
    case .quit: "quit"
    case .accept: "accept"
    case .acceptFilter: "keep filter"
    case .eraseCharacter: "erase"
    case .eraseForward: "erase next"
    case .eraseWord: "erase word"
    case .eraseLine: "erase all"
    case .cursorLeft: "cursor left"
    case .cursorRight: "cursor right"
    case .cursorToStart: "to start"
    case .cursorToEnd: "to end"
    }
  }

  /// One sentence without a full stop, for help and documentation.
  public var help: String {
    switch self {
    case .moveDown: "Move down one row"
    case .moveUp: "Move up one row"
    case .halfPageDown: "Move down half a page"
    case .halfPageUp: "Move up half a page"
    case .pageDown: "Move down a page"
    case .pageUp: "Move up a page"
    case .moveToTop: "Move to the first row"
    case .moveToBottom: "Move to the last row"
    case .find: "Find any country, city or ASPSP by name, BIC or id"
    case .readDirectory: "Read the whole directory in the background, so that all of it can be found"
    case .jump: "Go to what is under the finder's cursor"
    case .setMark: "Mark the place; a letter follows"
    case .goToMark: "Go to a mark's place; its letter follows"
    case .previousPlace: "Go back to the place before the last jump"
    case .nextPlace: "Go forward again"
    case .open: "Go into what is under the cursor"
    case .back: "Go back to the column on the left"
    case .nextPane: "Switch between the columns and the inspector"
    case .previousPane: "Switch back between the columns and the inspector"
    case .filter: "Filter the column as you type, accents and case aside"
    case .refresh: "Ask the platform again for what is focused"
    case .toggleExchange: "Show the list's call in place of the detail's, or back"
    case .nextPage: "Show the next page: Details, Body, Headers, Request, Timing, Code"
    case .previousPage: "Show the previous page"
    case .scrollLeft: "Scroll the inspector to the left"
    case .scrollRight: "Scroll the inspector to the right"
    case .toggleFold: "Fold what is open under the cursor, or open what is folded"
    case .unfold: "Open what is folded, or go on into what is open"
    case .fold: "Fold what is open, or go to what is around it"
    case .unfoldAll: "Open everything"
    case .foldAll: "Fold everything"
    case .foldOthers: "Fold everything but what is around the cursor"
    case .foldToDepth: "Fold what is that many levels deep"
    case .parent: "Go to what is around the value"
    case .nextSibling: "Go to the next value on the same level"
    case .previousSibling: "Go to the value before on the same level"
    case .search: "Search keys and values as you type; a capital makes case count"
    case .query: "Show only what a path expression (JSONPath) selects, as you type it"
    case .nextHit: "Go to the next hit, opening what hides it"
    case .previousHit: "Go to the hit before"
    case .turnForm: "Show the body as a tree, as text or as hex"
    case .zoom: "Give the inspector the whole screen, or take it back"
    case .copy: "Copy something: a list of what can be copied opens"
    case .copyValue: "Then the value, name or line under the cursor"
    case .copyKey: "Then the key under the cursor in a body"
    case .copyPath: "Then the path of the cursor in a body, such as $.aspsps[3].bicFi"
    case .copyIdentifier: "Then the country code, city id or BIC of the selected row"
    case .copyAddress: "Then the place, such as se/stockholm/HANDSESS@sandbox, to be typed after : or after opx"
    case .copyBody: "Then the response's body"
    case .copyHeaders: "Then the response's status and headers"
    case .copyURL: "Then the URL of the call"
    case .copyRequestID: "Then the X-Request-ID, by which the platform's support finds the call"
    case .copyCurl: "Then the call as curl, which takes its token from opx token"
    case .copyCurlWithToken: "Then the call as curl with the token itself, after a question"
    case .copySwift: "Then the call in Swift with OpenPayments"
    case .copyPython: "Then the call in Python"
    case .saveBody: "Save the response's body to a file, byte for byte"
    case .saveRun: "Save all calls of this run as an HTTP archive (HAR), without secrets"
    case .edit: "Edit the request of the call shown, to send it again"
    case .send: "Send the edited request; nothing is sent before"
    case .addLine: "Add a line to the query or the headers"
    case .deleteLine: "Delete the line"
    case .nextField: "Go to the next name or value"
    case .previousField: "Go to the name or value before"
    case .commandLine: "Type a command, such as get PATH for any path of the platform"
    case .complete: "Complete the command; again for the next that fits"
    case .history: "Show the exchanges of this and earlier runs, or close them"
    case .mark: "Mark the exchange under the cursor, or take the mark away"
    case .deleteExchanges: "Delete the marked exchanges, or the one under the cursor"
    case .compare: "Compare the call with itself now, under other profiles, or with the marked one"
    case .markForComparison: "Mark the call to compare another one with it later"
    case .toggleMark: "Make the call under this profile, too"
    case .startComparison: "Compare with what is under the cursor, or as all marked profiles"
    case .nextDifference: "Go to the next difference"
    case .previousDifference: "Go to the difference before"
    case .toggleEqual: "Unfold equal rows, or fold them again"
    case .nextSide: "Compare with the next of several answers"
    case .previousSide: "Compare with the answer before"
    case .copyDifference: "Then what differs, as a JSON Patch (RFC 6902) from the left to the right"
    case .token: "Show what is known of the profile's token, or close it"
    case .tokenExchange: "Then the call that fetched it, or the one that failed"
    case .checkSignature: "Then check its signature with the keys that its issuer publishes"
    case .renewToken: "Then forget it and fetch a new one"
    case .forgetToken: "Forget the token, here and in the file where it is kept"
    case .copyClaims: "Then copy its claims as JSON, never the token itself"
    case .profiles: "Choose another profile, or add and change some"
    case .previousProfile: "Go back to the profile used before"
    case .addProfile: "Add a profile"
    case .editProfile: "Change the profile under the cursor; its name, too"
    case .duplicateProfile: "Add a profile that begins as a copy of the one under the cursor"
    case .deleteProfile: "Delete the profile under the cursor, with the secret that was typed for it"
    case .undoDelete: "Bring the deleted profile back"
    case .testProfile: "Try the profile: fetch a token, then the countries"
    case .openTestedCall: "See the exchange that tells most of the trial"
    case .reveal: "Show the secret being typed, or mask it again"
    case .save: "Save what the form holds"
    case .gettingStarted: "Open the platform's guide, step by step, with what to do here"
    case .deleteGuideItem: "Delete the application or test user under the cursor"
    case .denySignIn: "Deny the sign-in under the cursor; Enter approves it"
    case .copyGuideItem: "Copy the client id, email, address or link under the cursor"
    case .copySecret: "Copy a new application's secret, which is shown once"
    case .help: "Show all commands and their keys, to look through and to choose from"
    case .runCommand: "Carry out the command under the cursor"
    case .cancel: "Cancel a load, drop the filter or the history's marks, close what is open"
    case .confirm: "Answer yes"
    case .decline: "Answer no"
    case .redraw: "Draw the screen anew"
    case .suspend: "Go back to the shell; fg returns here"
    case .interrupt: "Cancel what is loading; a second time quits"
    case .quit: "Close what is open, or quit"
    case .accept: "Take what was typed"
    case .acceptFilter: "Keep the filter and go back to the column"
    case .eraseCharacter: "Erase the character before the cursor"
    case .eraseForward: "Erase the character under the cursor"
    case .eraseWord: "Erase the word before the cursor"
    case .eraseLine: "Erase all that was typed"
    case .cursorLeft: "Go left in the text"
    case .cursorRight: "Go right in the text"
    case .cursorToStart: "Go to the start of the text"
    case .cursorToEnd: "Go to the end of the text"
    }
  }
}
