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
    case .copyCurlWithToken: return comparison == nil && file == nil
    case .checkSignature, .copyClaims: return tokenRecord.report?.webToken != nil
    case .forgetToken: return tokenRecord.report != nil
    case .tokenExchange where context == .guide: return !guide.isAmongSteps && guideInspection != nil
    case .tokenExchange: return tokenRecord.report?.exchange != nil || tokenRecord.failure?.inspection != nil
    case .readDirectory: return walk == nil && !knowsAll
    case .reveal:
      if case .entry(let form) = overlay { return form.fields.contains(where: \.isSecret) }
      return true
    case .deleteGuideItem:
      switch guide.item {
      case .application, .testUser: return !guide.isAmongSteps
      default: return false
      }
    case .denySignIn: if case .waiting = guide.item { return !guide.isAmongSteps } else { return false }
    case .copyGuideItem where context == .guide: return !guide.isAmongSteps && guideClipping != nil
    case .nextSide, .previousSide: return (comparison?.sides.count ?? 0) > 2
    case .complete:
      if case .prompt(let prompt) = overlay { return prompt.purpose == .command }
      return true
    default: return CopyTarget(command).map(offers) ?? true
    }
  }

  /// A comparison's rows are of two calls, not of one, and behind a file there is none.
  func offers(_ target: CopyTarget) -> Bool {
    guard file == nil else { return [.value, .key, .path, .body].contains(target) }
    return [.value, .key, .path].contains(target) || (target == .difference) == (comparison != nil)
  }
}
