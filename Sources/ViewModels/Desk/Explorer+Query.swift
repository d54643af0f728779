import JSONText

extension Explorer {
  mutating func beginQuery() {
    guard inspector.body?.form == .tree else {
      notice = Notice("Only a body shown as a tree can be narrowed by a path: v turns to it.")
      return
    }
    let text = inspector.body?.query?.text ?? "$"
    bodyInput = BodyInput(.query, text: text, origin: inspector.cursor)
  }

  /// Narrows the body to what an expression selects.
  mutating func query(_ text: String) {
    guard let page = inspector.body, let document = page.inspection.document else { return }
    guard !text.isEmpty else {
      inspector.widen(to: bodyInput?.origin)
      return searchAgain()
    }
    searchesSoFar += 1
    var query = BodyQuery(id: searchesSoFar, text: text)
    if query.error != nil { query.count = page.query?.count }
    inspector.changeBody { $0.query = query }
    let job = BodyQuery.Job(query, in: document)
    guard job.isQuick else { return outbox.append(.query(job)) }
    take(job.run(), of: job)
  }

  mutating func take(_ outcome: BodyQuery.Outcome, of job: BodyQuery.Job) {
    guard let query = inspector.body?.query, query.id == job.id else { return }
    if let input = bodyInput, input.purpose == .query, input.completion?.chosen == nil {
      bodyInput?.completion = outcome.completion
    }
    guard let tree = outcome.tree else { return }
    inspector.narrow(to: tree)
    inspector.changeBody { page in
      page.query?.count = outcome.count
      page.query?.isCut = outcome.isCut
    }
    searchAgain()
  }

  /// Ends typing; what is no path can't be kept.
  mutating func keepQuery() {
    if let error = inspector.body?.query?.error {
      notice = Notice(
        inspector.body?.query?.isUnfinished == true
          ? "The path is not finished: \(error.reason.rawValue)." : "\(error).")
      return
    }
    if ["", "$"].contains(bodyInput?.field.text) { return dropQuery() }
    bodyInput = nil
  }

  /// Shows all of the body again: where typing began if that is what ends, else where the cursor is.
  mutating func dropQuery() {
    let origin = bodyInput?.purpose == .query ? bodyInput?.origin : nil
    bodyInput = nil
    inspector.widen(to: origin)
    outbox.append(.stopFinding)
    searchAgain()
  }

  /// Puts in the next name that may stand at the cursor.
  mutating func completeQuery(by distance: Int) {
    guard var input = bodyInput, input.purpose == .query else { return }
    guard input.complete(by: distance) else {
      notice = Notice("No name can come next here.")
      return
    }
    bodyInput = input
    query(input.field.text)
  }
}
