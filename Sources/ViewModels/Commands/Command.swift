/// Everything a user can do, by name. Footer, help, key map and documentation all refer to these.
public enum Command: String, Sendable, Hashable, CaseIterable {
  case moveDown, moveUp, halfPageDown, halfPageUp, pageDown, pageUp, moveToTop, moveToBottom
  case open, back, nextPane, previousPane
  case filter, refresh, toggleExchange
  case nextPage, previousPage, scrollLeft, scrollRight
  case copy, copyValue, copyKey, copyPath, copyIdentifier, copyBody, copyHeaders, copyURL, copyRequestID
  case saveBody
  case compare, markForComparison, toggleMark, startComparison, nextDifference, previousDifference, unfold, nextSide
  case previousSide, copyDifference
  case profiles, help, cancel, redraw, suspend, interrupt, quit
  case accept, acceptFilter, eraseCharacter, eraseWord, eraseLine

  public enum Group: String, Sendable, Hashable, CaseIterable {
    case moving = "Moving"
    case browsing = "Browsing"
    case inspecting = "Inspecting"
    case comparing = "Comparing"
    case copying = "Copying and saving"
    case program = "Program"
    case typing = "Typing"
  }

  public var group: Group {
    switch self {
    case .moveDown, .moveUp, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .moveToTop, .moveToBottom: .moving
    case .open, .back, .nextPane, .previousPane, .filter, .refresh, .cancel: .browsing
    case .toggleExchange, .nextPage, .previousPage, .scrollLeft, .scrollRight: .inspecting
    case .compare, .markForComparison, .toggleMark, .startComparison, .nextDifference, .previousDifference, .unfold,
      .nextSide, .previousSide:
      .comparing
    case .copy, .copyValue, .copyKey, .copyPath, .copyIdentifier, .copyBody, .copyHeaders, .copyURL, .copyRequestID,
      .copyDifference, .saveBody:
      .copying
    case .profiles, .help, .redraw, .suspend, .interrupt, .quit: .program
    case .accept, .acceptFilter, .eraseCharacter, .eraseWord, .eraseLine: .typing
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
    case .copy: "copy"
    case .copyValue: "value"
    case .copyKey: "key"
    case .copyPath: "path"
    case .copyIdentifier: "BIC or id"
    case .copyBody: "body"
    case .copyHeaders: "headers"
    case .copyURL: "URL"
    case .copyRequestID: "X-Request-ID"
    case .saveBody: "save body"
    case .compare: "compare"
    case .markForComparison: "mark"
    case .toggleMark: "mark profile"
    case .startComparison: "start"
    case .nextDifference: "next"
    case .previousDifference: "previous"
    case .unfold: "fold"
    case .nextSide: "next answer"
    case .previousSide: "answer before"
    case .copyDifference: "JSON Patch"
    case .profiles: "profiles"
    case .help: "help"
    case .cancel: "cancel"
    case .redraw: "redraw"
    case .suspend: "suspend"
    case .interrupt: "stop"
    case .quit: "quit"
    case .accept: "accept"
    case .acceptFilter: "keep filter"
    case .eraseCharacter: "erase"
    case .eraseWord: "erase word"
    case .eraseLine: "erase all"
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
    case .open: "Go into what is under the cursor"
    case .back: "Go back to the column on the left"
    case .nextPane: "Switch between the columns and the inspector"
    case .previousPane: "Switch back between the columns and the inspector"
    case .filter: "Filter the column as you type, accents and case aside"
    case .refresh: "Ask the platform again for what is focused"
    case .toggleExchange: "Show the list's call in place of the detail's, or back"
    case .nextPage: "Show the next page: Details, Body, Headers, Request, Timing"
    case .previousPage: "Show the previous page"
    case .scrollLeft: "Scroll the inspector to the left"
    case .scrollRight: "Scroll the inspector to the right"
    case .copy: "Copy something: a list of what can be copied opens"
    case .copyValue: "Then the value, name or line under the cursor"
    case .copyKey: "Then the key under the cursor in a body"
    case .copyPath: "Then the path of the cursor in a body, such as $.aspsps[3].bicFi"
    case .copyIdentifier: "Then the country code, city id or BIC of the selected row"
    case .copyBody: "Then the response's body"
    case .copyHeaders: "Then the response's status and headers"
    case .copyURL: "Then the URL of the call"
    case .copyRequestID: "Then the X-Request-ID, by which the platform's support finds the call"
    case .saveBody: "Save the response's body to a file, byte for byte"
    case .compare: "Compare the call with itself now, under other profiles, or with the marked one"
    case .markForComparison: "Mark the call to compare another one with it later"
    case .toggleMark: "Make the call under this profile, too"
    case .startComparison: "Compare with what is under the cursor, or as all marked profiles"
    case .nextDifference: "Go to the next difference"
    case .previousDifference: "Go to the difference before"
    case .unfold: "Unfold equal rows, or fold them again"
    case .nextSide: "Compare with the next of several answers"
    case .previousSide: "Compare with the answer before"
    case .copyDifference: "Then what differs, as a JSON Patch (RFC 6902) that makes the right from the left"
    case .profiles: "Choose another profile"
    case .help: "Show the keys"
    case .cancel: "Cancel a load, drop the filter, close what is open"
    case .redraw: "Draw the screen anew"
    case .suspend: "Go back to the shell; fg returns here"
    case .interrupt: "Cancel what is loading; a second time quits"
    case .quit: "Close what is open, or quit"
    case .accept: "Take what was typed"
    case .acceptFilter: "Keep the filter and go back to the column"
    case .eraseCharacter: "Erase the last character"
    case .eraseWord: "Erase the last word"
    case .eraseLine: "Erase all that was typed"
    }
  }
}
