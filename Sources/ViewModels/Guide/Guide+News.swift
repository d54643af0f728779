import ExplorerStorage
import OpenPayments
import PortalClient

/// What comes of what was asked for in the guide.
extension Guide {
  /// - Parameter isAwaited: whether the form that asked for it is still there.
  mutating func take(_ news: News, isAwaited: Bool, in world: World) -> Turn {
    switch news {
    case .portal(let task, let result): return finish(task, result, isAwaited: isAwaited, in: world)
    case .signInsSeen(let signIns): take(signIns)
    case .rehearsed(let id, let news):
      guard rehearsal?.id == id else { return .done }
      rehearsal?.take(news)
      guard rehearsal?.result != nil, !progress.isRehearsed else { return .done }
      progress.isRehearsed = true
      return .work(.keepProgress(progress))
    case .called(let tag, let call, let result): if tag == world.caller.tag { finish(call, result) }
    }
    return .done
  }

  private mutating func finish(
    _ task: PortalTask, _ result: Result<PortalOutcome, PortalError>, isAwaited: Bool, in world: World
  ) -> Turn {
    busySince = nil
    switch result {
    case .success(let outcome):
      let item = item
      contents = outcome.contents
      select(item)
      portalFailure = nil
      return succeed(task, outcome, isAwaited: isAwaited, in: world)
    case .failure(let error):
      if case .read = task {
        portalFailure = error.message
        return .done
      }
      guard !isAwaited else { return .done }
      guard error.exchange?.status == 404 else { return .say("\(error.message)") }
      return .work(.portal(.read)).saying("It is gone already.")
    }
  }

  private mutating func succeed(
    _ task: PortalTask, _ outcome: PortalOutcome, isAwaited: Bool, in world: World
  ) -> Turn {
    switch task {
    case .read:
      portalTrouble = outcome.trouble
      return .done
    case .register:
      guard let new = outcome.new else { return .done }
      select(.application(new.application))
      return show(new, isAwaited: isAwaited || world.standpoint.context == .guide)
    case .removeApplication(let application):
      return .say("\(application.name) is deleted; its tokens end with their time.")
    case .addTestUser(let draft):
      if let user = outcome.contents.testUsers.first(where: { $0.email == draft.email }) { select(.testUser(user)) }
      return .say("\(draft.email) can sign in now.")
    case .removeTestUser(let user): return .say("\(user.email) is deleted.")
    case .withdraw(let signIn):
      take(signIns.filter { $0.id != signIn.id })
      return .done
    case .decide(let signIn, let isApproved):
      take(signIns.filter { $0.id != signIn.id })
      return .say("The sign-in of \(signIn.email) was \(isApproved ? "approved" : "denied").")
    }
  }

  /// A secret that nobody tells again: where its form was left for something else, it waits at its application.
  private mutating func show(_ new: NewApplication, isAwaited: Bool) -> Turn {
    let page = NewApplicationPage(new)
    if isAwaited { return show(page) }
    unseen.append(page)
    return .say(
      "\(new.application.name) is registered: \(key: .open, in: .guide) at it, in step 1 of the guide, shows its secret."
    )
  }

  private mutating func finish(_ call: GuideCall, _ result: Result<GuideAnswer, LoadFailure>) {
    guard case .running? = calls[call] else { return }
    switch result {
    case .success(let answer):
      calls[call] = .done(answer)
      // What came after an older answer belongs to that.
      for later in GuideCall.allCases where later.rawValue > call.rawValue { calls[later] = nil }
    case .failure(let failure):
      calls[call] = .failed(failure, lines: failure.inspection?.transcript ?? [])
    }
  }
}
