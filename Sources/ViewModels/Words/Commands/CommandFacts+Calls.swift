extension CommandFacts {
  /// What can be done with a call: copied, saved, sent again.
  static let calls: [CommandFacts] = [
    row(
      .copy, "copy", "copy", .copying, "Copy something: a list of what can be copied opens",
      .hint(120, [.inspector, .body, .comparison])),
    row(
      .copyValue, "copy-value", "value", .copying, "Then the value, name or line under the cursor",
      .hint(10, [.copy])),
    row(.copyKey, "copy-key", "key", .copying, "Then the key under the cursor in a body", .hint(20, [.copy])),
    row(
      .copyPath, "copy-path", "path", .copying, "Then the path of the cursor in a body, such as $.aspsps[3].bicFi",
      .hint(30, [.copy])),
    row(
      .copyIdentifier, "copy-identifier", "BIC or id", .copying,
      "Then the country code, city id or BIC of the selected row",
      .hint(50, [.copy]), .hint(50, [.newApplication], "copy id")),
    row(
      .copyAddress, "copy-address", "address", .copying,
      "Then the place, such as se/stockholm/HANDSESS@sandbox, to be typed in here or after opx", .hint(60, [.copy])
    ),
    row(.copyBody, "copy-body", "body", .copying, "Then the response's body", .hint(70, [.copy])),
    row(.copyHeaders, "copy-headers", "headers", .copying, "Then the response's status and headers"),
    row(.copyURL, "copy-url", "URL", .copying, "Then the URL of the call", .hint(80, [.copy])),
    row(
      .copyRequestID, "copy-request-id", "X-Request-ID", .copying,
      "Then the X-Request-ID, by which the platform's support finds the call"),
    row(
      .copyCurl, "copy-curl", "curl", .copying, "Then the call as curl, which takes its token from opx token",
      .hint(90, [.copy])),
    row(
      .copyCurlWithToken, "copy-curl-with-token", "curl, token", .copying,
      "Then the call as curl with the token itself, after a question"),
    row(.copySwift, "copy-swift", "Swift", .copying, "Then the call in Swift with OpenPayments"),
    row(.copyPython, "copy-python", "Python", .copying, "Then the call in Python"),
    row(.saveBody, "save-body", "save body", .copying, "Save the response's body to a file, byte for byte"),
    row(
      .saveRun, "save-run", "save calls", .copying,
      "Save the latest calls of this run as an HTTP archive (HAR), without secrets", needs: .platform,
      .hint(150, [.history])),
    row(
      .edit, "edit", "edit", .editing, "Edit the request of the call shown, to send it again",
      needs: .platform, .hint(130, [.inspector, .body])),
    row(
      .send, "send", "send", .editing, "Send the edited request; nothing is sent before",
      isVerb: false, .hint(950, [.form])),
    row(
      .addLine, "add-line", "add line", .editing, "Add a line to the query or the headers",
      isVerb: false, .hint(20, [.form])),
    row(.deleteLine, "delete-line", "delete line", .editing, "Delete the line", isVerb: false, .hint(30, [.form])),
    row(
      .nextField, "next-field", "next field", .editing, "Go to the next name or value",
      isVerb: false, .hint(10, [.entry, .form])),
    row(.previousField, "previous-field", "previous field", .editing, "Go to the name or value before", isVerb: false),
    row(
      .commandLine, "command-line", "command", .program,
      "Type a command, such as get PATH for any path of the platform", needs: .platform, isVerb: false),
    row(
      .complete, "complete", "complete", .typing, "Complete the command; again for the next that fits",
      isVerb: false, .hint(20, [.query, .prompt])),
  ]
}
