import JSONText

/// Looking for something in a body.
extension Inspector {
  /// Looks for a text; an empty one ends the search.
  mutating func search(for text: String) -> Turn {
    let hadSearch = body?.search != nil
    searches += 1
    let search = BodySearch(id: searches, text: text)
    changeBody { $0.search = text.isEmpty ? nil : search }
    guard let body, let job = BodySearch.Job(search, in: body) else { return hadSearch ? .work(.stop) : .done }
    guard job.isQuick else { return .work(.find(job)) }
    if let hits = job.run() { take(hits, of: job) }
    return .done
  }

  /// Looks for what was looked for before, in what is shown now.
  mutating func searchAgain() -> Turn { body?.search.map { search(for: $0.text) } ?? .done }

  mutating func take(_ hits: BodySearch.Hits, of job: BodySearch.Job) {
    guard body?.search?.id == job.id else { return }
    changeBody { $0.search?.hits = hits }
    if let input, input.purpose == .search { showHit(.forwardFromHere, from: input.origin) }
  }

  mutating func moveToHit(_ direction: BodyPage.Direction) -> Turn {
    guard let search = body?.search else { return .say("Nothing is being looked for: \(key: .search) begins.") }
    guard let hits = search.hits else { return .done }
    guard hits.count > 0 else { return .say("“\(search.text)” is nowhere in this body.") }
    showHit(direction, from: cursor)
    return .done
  }

  /// Ends typing and drops what was looked for.
  mutating func dropSearch() -> Turn {
    if let input { show(input.origin) }
    input = nil
    return search(for: "")
  }

  // MARK: - Paths

  mutating func beginQuery() -> Turn {
    guard body?.form == .tree else {
      return .say("Only a body shown as a tree can be narrowed by a path: \(key: .turnForm) turns to it.")
    }
    input = BodyInput(.query, text: body?.query?.text ?? "$", origin: cursor)
    return .done
  }

  /// Narrows the body to what an expression selects.
  mutating func query(_ text: String) -> Turn {
    guard let page = body, let document = page.inspection.document else { return .done }
    guard !text.isEmpty else {
      widen(to: input?.origin)
      return searchAgain()
    }
    searches += 1
    var query = BodyQuery(id: searches, text: text)
    if query.error != nil { query.count = page.query?.count }
    changeBody { $0.query = query }
    let job = BodyQuery.Job(query, in: document)
    guard job.isQuick else { return .work(.query(job)) }
    return take(job.run(), of: job)
  }

  mutating func take(_ outcome: BodyQuery.Outcome, of job: BodyQuery.Job) -> Turn {
    guard body?.query?.id == job.id else { return .done }
    if input?.purpose == .query, input?.completion?.chosen == nil { input?.completion = outcome.completion }
    guard let tree = outcome.tree else { return .done }
    narrow(to: tree)
    changeBody { page in
      page.query?.count = outcome.count
      page.query?.isCut = outcome.isCut
    }
    return searchAgain()
  }

  /// Ends typing; what is no path can't be kept.
  mutating func keepQuery() -> Turn {
    if let error = body?.query?.error {
      return .say(
        body?.query?.isUnfinished == true ? "The path is not finished: \(error.reason.rawValue)." : "\(error).")
    }
    if ["", "$"].contains(input?.field.text) { return dropQuery() }
    input = nil
    return .done
  }

  /// Shows all of the body again: where typing began if that is what ends, else where the cursor is.
  mutating func dropQuery() -> Turn {
    let origin = input?.purpose == .query ? input?.origin : nil
    input = nil
    widen(to: origin)
    return .work(.stop) + searchAgain()
  }

  /// Puts in the next name that may stand at the cursor.
  mutating func completeQuery(by distance: Int) -> Turn {
    guard var input, input.purpose == .query else { return .done }
    guard input.complete(by: distance) else { return .say("No name can come next here.") }
    self.input = input
    return query(input.field.text)
  }
}
