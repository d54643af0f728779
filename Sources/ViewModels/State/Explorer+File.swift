extension Explorer {
  mutating func take(_ step: FileReadingStep) {
    switch step {
    case .progress(let bytes): file?.done = bytes
    case .done(let inspection): pin(inspection)
    case .failed(let reason): file?.problem = reason
    }
  }

  /// Whether a file is looked at, which has no call to do this with; if so, it is said.
  mutating func refuses(_ command: Command) -> Bool {
    guard file != nil, overlay == nil, command.needsPlatform else { return false }
    notice = Notice("This is a file; nothing is sent. q quits; opx without a file explores the platform.")
    return true
  }
}

extension Explorer {
  /// Whether a command can do anything where one is, so that it is worth a hint.
  public func offers(_ command: Command) -> Bool {
    if file != nil, command.needsPlatform { return false }
    switch command {
    case .toggleFold, .query: return context != .body || inspector.body?.form == .tree
    case .nextPage: return inspector.pages.count > 1
    case .zoom, .copy: return file == nil || inspector.body != nil && command == .copy
    case .complete:
      if case .prompt(let prompt) = overlay { return prompt.purpose == .command }
      return true
    default: return true
    }
  }
}

extension Command {
  fileprivate var needsPlatform: Bool {
    switch self {
    case .nextPane, .previousPane, .back, .filter, .refresh, .toggleExchange, .profiles, .history, .compare,
      .markForComparison, .edit, .saveRun, .commandLine:
      true
    default: false
    }
  }
}
