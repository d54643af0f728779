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
