/// What can be done with an exchange that is looked at.
extension Inspector {
  /// - Parameter isFocused: whether it has the keyboard.
  /// - Returns: nil for a command that means nothing of its own here.
  mutating func run(_ command: Command, isFocused: Bool, in world: World) -> Turn? {
    if isFocused, let motion = Motion(command) {
      move(to: motion.target(from: cursor, count: count, height: world.viewport.inspectorRows))
      return .done
    }
    switch command {
    case .nextPage: turn(by: 1)
    case .previousPage: turn(by: -1)
    case .scrollLeft: scrollSideways(by: -8)
    case .scrollRight: scrollSideways(by: 8)
    case .goToError: return goToError()
    case .complete where input != nil: return completeQuery(by: 1)
    case .acceptFilter where input?.purpose == .query: return keepQuery()
    case .acceptFilter where input != nil: input = nil
    case .toggleFold, .unfold, .fold, .unfoldAll, .foldAll, .foldOthers, .parent, .nextSibling, .previousSibling,
      .search, .query, .nextHit, .previousHit, .turnForm:
      guard page == .body, body != nil else {
        return .say("Only the body can be folded and searched: \(key: .nextPage) turns to it.")
      }
      return runInBody(command)
    default: return nil
    }
    return .done
  }

  private mutating func runInBody(_ command: Command) -> Turn? {
    switch command {
    case .toggleFold: return toggleFold() ? .done : .say("Nothing is folded here.")
    // Goes to what is around it, and from there back to the columns.
    case .fold: return fold() || moveToParent() ? .done : .tell(.left)
    case .unfold: if !unfold() { move(by: 1) }
    case .foldAll: foldAll()
    case .unfoldAll: unfoldAll()
    case .foldOthers: foldOthers()
    case .parent: return moveToParent() ? .done : .say("This is the outermost value.")
    case .nextSibling: return moveToNextSibling() ? .done : .say("This is the last one in its list.")
    case .previousSibling: return moveToPreviousSibling() ? .done : .say("This is the first one in its list.")
    case .turnForm:
      turnForm()
      return searchAgain()
    case .search: input = BodyInput(.search, origin: cursor)
    case .query: return beginQuery()
    case .nextHit: return input?.purpose == .query ? completeQuery(by: 1) : moveToHit(.forward)
    case .previousHit: return input?.purpose == .query ? completeQuery(by: -1) : moveToHit(.backward)
    default: return nil
    }
    return .done
  }

  /// Ends what is typed or was looked for.
  ///
  /// - Parameter isFocused: whether it has the keyboard.
  /// - Returns: nil where there is nothing to end.
  mutating func cancel(isFocused: Bool) -> Turn? {
    if input?.purpose == .query { return dropQuery() }
    guard isFocused else { return nil }
    if body?.search != nil || input != nil { return dropSearch() }
    return body?.query == nil ? nil : dropQuery()
  }

  /// Changes the text that is being typed.
  mutating func edit(_ change: (inout TextField) -> Void) -> Turn {
    guard var input else { return .done }
    change(&input.field)
    input.completion = nil
    self.input = input
    return input.purpose == .search ? search(for: input.field.text) : query(input.field.text)
  }

  /// Every path begins with a dollar sign, which stands there and may be typed as well.
  mutating func makeRoom(for text: String) {
    if input?.purpose == .query, input?.field.text == "$", text.hasPrefix("$") { input?.field = TextField() }
  }

  mutating func point(at page: Page) -> Turn {
    input = nil
    turn(to: page)
    return .tell(.focused)
  }

  /// Pointing twice at the same line folds it.
  mutating func point(atLine row: Int, isFocused: Bool) -> Turn {
    input = nil
    if isFocused, cursor == row { _ = toggleFold() } else { move(to: row) }
    return .tell(.focused)
  }

  /// Goes to where the body stops being JSON, from anywhere.
  private mutating func goToError() -> Turn {
    guard let body, let place = body.inspection.brokenPlace else {
      return .say(body?.inspection.document == nil ? "This body isn't JSON." : "This body is JSON to its end.")
    }
    turn(to: .body)
    // What a path selects ends before it.
    let dropped = body.form == .tree && body.query != nil ? dropQuery() : .done
    show(self.body?.row(atTextByte: place.offset) ?? 0)
    return dropped.telling(.focused).saying("Not JSON from \(place.words) on: \(place.reason).")
  }

  mutating func take(_ news: News) -> Turn {
    switch news {
    case .found(let job, let hits):
      take(hits, of: job)
      return .done
    case .queried(let job, let outcome): return take(outcome, of: job)
    }
  }
}
