extension CommandFacts {
  /// The program itself, answers, and typing.
  static let program: [CommandFacts] = [
    row(.themes, "themes", "colours", .program, "Choose among the themes, each tried on the whole screen"),
    row(
      .useTheme, "use-theme", "use theme", .program, "Use the theme under the cursor from now on",
      .hint(950, [.themes])),
    row(
      .toggleMouse, "toggle-mouse", "mouse on/off", .program,
      "Leave the mouse to the terminal, whose own selection works then, or take it back"),
    row(
      .help, "help", "help", .program, "Show all commands and their keys, to look through and to choose from",
      .hint(900, [.columns, .inspector, .body, .history, .comparison, .guide, .token])),
    row(
      .runCommand, "run-command", "do it", .program, "Carry out the command under the cursor",
      isVerb: false, .hint(950, [.help])),
    row(
      .cancel, "cancel", "cancel", .browsing,
      "Cancel a load, drop the filter or the history's marks, close what is open", isVerb: false,
      .hint(990, [.help, .profiles, .profileTest, .copy, .prompt, .compareMenu], "close"),
      .hint(990, [.newApplication, .code, .finder, .marks], "close"), .hint(990, [.query], "show all"),
      .hint(990, [.search], "drop search"), .hint(990, [.filter, .profileFilter], "drop filter"),
      .hint(990, [.entry, .form], "leave"), .hint(990, [.question], "no"), .hint(990, [.themes], "as before")),
    row(.confirm, "confirm", "yes", .program, "Answer yes", isVerb: false, .hint(950, [.question])),
    row(.decline, "decline", "no", .program, "Answer no", isVerb: false),
    row(.redraw, "redraw", "redraw", .program, "Draw the screen anew"),
    row(.suspend, "suspend", "suspend", .program, "Go back to the shell; fg returns here"),
    row(.interrupt, "interrupt", "stop", .program, "Cancel what is loading; a second time quits", isVerb: false),
    row(
      .quit, "quit", "quit", .program, "Close what is open, or quit",
      .hint(990, [.columns, .inspector, .body]), .hint(990, [.history, .comparison, .guide, .token], "close")),
    row(.accept, "accept", "accept", .typing, "Take what was typed", isVerb: false, .hint(950, [.prompt])),
    row(
      .acceptFilter, "accept-filter", "keep filter", .typing, "Keep the filter and go back to the column",
      isVerb: false,
      .hint(950, [.query], "keep path"), .hint(950, [.search], "keep search"), .hint(950, [.filter]),
      .hint(950, [.profiles, .profileFilter], "switch")),
    row(.eraseCharacter, "erase-character", "erase", .typing, "Erase the character before the cursor", isVerb: false),
    row(.eraseForward, "erase-forward", "erase next", .typing, "Erase the character under the cursor", isVerb: false),
    row(.eraseWord, "erase-word", "erase word", .typing, "Erase the word before the cursor", isVerb: false),
    row(
      .eraseLine, "erase-line", "erase all", .typing, "Erase all that was typed",
      isVerb: false, .hint(10, [.filter, .profileFilter, .prompt])),
    row(.cursorLeft, "cursor-left", "cursor left", .typing, "Go left in the text", isVerb: false),
    row(.cursorRight, "cursor-right", "cursor right", .typing, "Go right in the text", isVerb: false),
    row(.cursorToStart, "cursor-to-start", "to start", .typing, "Go to the start of the text", isVerb: false),
    row(.cursorToEnd, "cursor-to-end", "to end", .typing, "Go to the end of the text", isVerb: false),
  ]
}
