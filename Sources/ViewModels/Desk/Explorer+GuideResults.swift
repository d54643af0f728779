import ExplorerStorage
import OpenPayments
import PortalClient

/// What comes of it.
extension Explorer {
  mutating func finish(_ task: PortalTask, _ result: Result<PortalOutcome, PortalError>) -> [Effect] {
    guide.busySince = nil
    switch result {
    case .success(let outcome):
      take(outcome.contents)
      guide.portalFailure = nil
      if case .read = task { guide.portalTrouble = outcome.trouble }
      return succeed(task, outcome)
    case .failure(let error):
      if case .read = task { guide.portalFailure = error.message } else { return fail(task, error) }
      return []
    }
  }

  private mutating func take(_ contents: Portal.Contents) {
    let item = guide.item
    guide.contents = contents
    guide.select(item)
  }

  private mutating func succeed(_ task: PortalTask, _ outcome: PortalOutcome) -> [Effect] {
    switch task {
    case .read: break
    case .register:
      guard let new = outcome.new else { break }
      guide.select(.application(new.application))
      show(new, isAwaited: form(awaiting: .portal(task)) != nil)
    case .removeApplication(let application):
      notice = Notice("\(application.name) is deleted; its tokens end with their time.")
    case .addTestUser(let draft):
      if form(awaiting: .portal(task)) != nil { overlay = nil }
      if let user = outcome.contents.testUsers.first(where: { $0.email == draft.email }) {
        guide.select(.testUser(user))
      }
      notice = Notice("\(draft.email) can sign in now.")
    case .removeTestUser(let user): notice = Notice("\(user.email) is deleted.")
    case .withdraw(let signIn): guide.take(guide.signIns.filter { $0.id != signIn.id })
    case .decide(let signIn, let isApproved):
      guide.take(guide.signIns.filter { $0.id != signIn.id })
      notice = Notice("The sign-in of \(signIn.email) was \(isApproved ? "approved" : "denied").")
    }
    return []
  }

  /// A secret that nobody tells again: where its form was left for something else, it waits at its application.
  private mutating func show(_ new: NewApplication, isAwaited: Bool) {
    let page = NewApplicationPage(new)
    guard !isAwaited, context != .guide else {
      overlay = .newApplication(page)
      return
    }
    guide.unseen.append(page)
    notice = Notice("\(new.application.name) is registered: Enter at it, in step 1 of the guide, shows its secret.")
  }

  private mutating func fail(_ task: PortalTask, _ error: PortalError) -> [Effect] {
    guard var form = form(awaiting: .portal(task)) else {
      let isGone = error.exchange?.status == 404
      notice = Notice(isGone ? "It is gone already." : error.message)
      return isGone ? [.portal(.read)] : []
    }
    form.sent = nil
    form.take(error)
    overlay = .entry(form)
    return []
  }

  mutating func finish(_ call: GuideCall, _ result: Result<GuideAnswer, LoadFailure>) {
    guard case .running? = guide.calls[call] else { return }
    switch result {
    case .success(let answer):
      guide.calls[call] = .done(answer)
      // What came after an older answer belongs to that.
      for later in GuideCall.allCases where later.rawValue > call.rawValue { guide.calls[later] = nil }
    case .failure(let failure):
      guide.calls[call] = .failed(failure, lines: failure.inspection?.transcript ?? [])
    }
  }

  mutating func take(_ news: Rehearsal.News, of id: Int) -> [Effect] {
    guard guide.rehearsal?.id == id else { return [] }
    guide.rehearsal?.take(news)
    guard guide.rehearsal?.result != nil, !guide.progress.isRehearsed else { return [] }
    guide.progress.isRehearsed = true
    return [.keepProgress(guide.progress)]
  }

  /// Looks for sign-ins as long as they are on screen.
  mutating func followGuide() -> [Effect] {
    let wants = guide.isOpen && guide.step == .strongAuthentication
    guard wants != guide.isWatching else { return [] }
    guide.isWatching = wants
    return [.watchSignIns(wants)]
  }
}
