import ExplorerStorage
import OpenPayments
import PortalClient

extension Explorer {
  /// Whether a line points to the guide: until it was followed or dismissed, for those who have no profile yet.
  public var pointsToGuide: Bool {
    !guide.progress.isPointerDismissed && !guide.isOpen && file == nil && shelf.stored.profiles.isEmpty
      && shelf.stored.problems.isEmpty && profile.isBuiltInSandbox
  }

  mutating func openGuide() -> [Effect] {
    guard file == nil else { return [] }
    overlay = nil
    isHistoryOpen = false
    guide.isOpen = true
    guide.busySince = guide.contents == nil ? now : nil
    return dismissPointer() + [.portal(.read)]
  }

  mutating func dismissPointer() -> [Effect] {
    guard !guide.progress.isPointerDismissed else { return [] }
    guide.progress.isPointerDismissed = true
    return [.keepProgress(guide.progress)]
  }

  /// How a step stands.
  public func state(of step: GuideStep) -> GuideStep.State {
    switch step {
    case .application:
      let isGone = profile.isBuiltInSandbox && guide.contents != nil && ownApplication == nil
      return profile.application == nil || isGone ? .open : .done
    case .testUser:
      guard profile.isBuiltInSandbox else { return .unknown }
      return guide.contents?.testUsers.isEmpty == false ? .done : .open
    case .authenticator: return profile.isBuiltInSandbox ? .notNeeded : .unknown
    case .strongAuthentication: return guide.progress.isRehearsed ? .done : .open
    case .integrate: return GuideCall.allCases.allSatisfy { guide.answer(to: $0) != nil } ? .done : .open
    }
  }

  /// What a command means on the guide's page.
  ///
  /// - Returns: nil for those that mean the same everywhere.
  mutating func runInGuide(_ command: Command) -> [Effect]? {
    switch command {
    case .open where guide.isAmongSteps: guide.isAmongSteps = false
    case .open: return run(guide.item)
    case .back: if guide.isAmongSteps { return closeGuide() } else { guide.isAmongSteps = true }
    case .nextPane, .previousPane: step(by: command == .nextPane ? 1 : -1)
    case .refresh: return refreshGuide()
    case .tokenExchange: openGuideExchange()
    case .deleteGuideItem: return deleteGuideItem()
    case .denySignIn: return decideSignIn(isApproved: false)
    case .copyGuideItem: return copyGuideItem()
    case .cancel, .interrupt:
      if let effects = cancelGuideWork() { return effects }
      return command == .cancel ? closeGuide() : nil
    case .quit: return closeGuide()
    default: return nil
    }
    return []
  }

  mutating func moveInGuide(_ motion: Motion) {
    let place = guide.isAmongSteps ? guide.step.rawValue : guide.cursor
    switch motion {
    case .by(let distance): guide.move(to: place + distance)
    case .top: guide.move(to: 0)
    case .bottom: guide.move(to: .max)
    case .to(let position): guide.move(to: position)
    case .pages(let pages): scrollGuide(by: Int(pages * Double(viewport.overlayRows) / 2))
    }
  }

  mutating func scrollGuide(by distance: Int) {
    let last = max(guideDetail(width: viewport.pageWidth).count - 1, 0)
    guide.detailTop = min(max(guide.detailTop + distance, 0), last)
  }

  /// Pointing twice at the same item does what it is for.
  mutating func point(at place: GuidePlace) -> [Effect] {
    guard overlay == nil, guide.isOpen else { return [] }
    notice = nil
    switch place {
    case .step(let step):
      guide.isAmongSteps = true
      guide.move(to: step.rawValue)
    case .item(let position):
      let wasThere = !guide.isAmongSteps && guide.cursor == position
      guide.isAmongSteps = false
      guide.move(to: position)
      if wasThere { return run(guide.item) }
    }
    return []
  }

  private mutating func step(by distance: Int) {
    let count = GuideStep.allCases.count
    guide.step = GuideStep(rawValue: (guide.step.rawValue + distance + count) % count) ?? guide.step
    guide.detailTop = 0
  }

  mutating func closeGuide() -> [Effect] {
    guide.isOpen = false
    guide.isAmongSteps = true
    return []
  }

  private mutating func refreshGuide() -> [Effect] {
    if guide.step == .integrate, case .call(let call) = guide.item { return make(call) }
    guide.busySince = now
    return [.portal(.read)]
  }

  /// - Returns: nil if nothing is under way.
  mutating func cancelGuideWork() -> [Effect]? {
    if let running = guide.runningCall {
      guide.calls[running.call] = nil
      notice = Notice("The call was cancelled.")
      return [.cancelGuideCall]
    }
    if guide.rehearsal?.isRunning == true {
      notice = Notice("The sign-in was left.")
      return withdrawRehearsal()
    }
    return nil
  }
}
