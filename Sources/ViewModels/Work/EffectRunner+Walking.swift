import OpenPayments

extension EffectRunner {
  private static let callsAtATime = 6
  /// So many calls one after another without an answer end a walk.
  private static let mostFailuresInARow = 5

  /// Loads list after list until all is known; each arrives as if it had been loaded by itself.
  func walk(_ first: WalkPlan, as caller: Caller) async {
    var plan = first
    var failure: LoadFailure?
    await withTaskGroup(of: (LoadKey, LoadOutcome).self) { group in
      var underWay = 0
      while !Task.isCancelled {
        while underWay < Self.callsAtATime, let key = plan.next() {
          underWay += 1
          group.addTask { [connect, now] in
            (
              key,
              await Self.outcome(of: key, connect: { () throws(LoadFailure) in try await connect(caller) }, now: now)
            )
          }
        }
        guard let (key, outcome) = await group.next(), !Task.isCancelled else { break }
        underWay -= 1
        plan.take(outcome, of: key)
        switch outcome {
        case .failed(let reason): failure = reason
        default: send(.loaded(caller.tag, key, outcome))
        }
        send(.browser(.walked(caller.tag, plan.progress)))
        if plan.failuresInARow >= Self.mostFailuresInARow || key == .countries && failure != nil { break }
      }
      group.cancelAll()
    }
    if !Task.isCancelled {
      send(.browser(.walkEnded(caller.tag, plan.progress.left > 0 || plan.progress.failed > 0 ? failure : nil)))
    }
  }
}
