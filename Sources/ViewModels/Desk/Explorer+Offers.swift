import OpenPayments

extension Explorer {
  /// Whether a command can lead to anything where one is, so that it is worth a hint.
  public func offers(_ command: Command) -> Bool {
    if file != nil, command.needs == .platform { return false }
    switch command {
    case .toggleFold, .query: return context != .body || inspector.body?.form == .tree
    case .goToError: return inspector.body?.inspection.brokenPlace != nil
    case .nextPage: return inspector.pages.count > 1
    case .zoom: return file == nil
    case .copy: return file == nil || inspector.body != nil
    case .copyCurlWithToken: return comparison.shown == nil && file == nil
    case .checkSignature, .copyClaims: return session.tokenRecord.report?.webToken != nil
    case .forgetToken: return session.tokenRecord.report != nil
    case .tokenExchange where context == .guide: return !guide.isAmongSteps && guide.inspection != nil
    case .tokenExchange:
      return session.tokenRecord.report?.exchange != nil || session.tokenRecord.failure?.inspection != nil
    case .readDirectory: return browser.walk == nil && !session.directory.isWhole
    case .reveal:
      return form?.hasSecret ?? true
    case .deleteGuideItem:
      switch guide.item {
      case .application, .testUser: return !guide.isAmongSteps
      default: return false
      }
    case .denySignIn: if case .waiting = guide.item { return !guide.isAmongSteps } else { return false }
    case .copyGuideItem where context == .guide: return !guide.isAmongSteps && guide.clipping != nil
    case .nextSide, .previousSide: return (comparison.shown?.sides.count ?? 0) > 2
    case .complete:
      return prompt == nil || overlay == .commandLine
    default: return CopyTarget(command).map(offers) ?? true
    }
  }

  /// A comparison's rows are of two calls, not of one, and behind a file there is none.
  func offers(_ target: CopyTarget) -> Bool {
    guard file == nil else { return [.value, .key, .path, .body].contains(target) }
    return [.value, .key, .path].contains(target) || (target == .difference) == (comparison.shown != nil)
  }
}
