import ExplorerStorage
import HTTPTypes
public import OpenPayments

extension Explorer {
  /// Opens the comparison of two exchanges.
  ///
  /// - Parameters:
  ///   - leftName: the profile that the left was made under, to be shown; the host is where that is not known.
  ///   - rightName: the same of the right.
  public mutating func compare(
    _ left: Inspection, of leftName: String? = nil, _ right: Inspection, of rightName: String? = nil
  ) -> [Effect] {
    compare([ComparedSide(left, of: leftName), ComparedSide(right, of: rightName)])
  }

  /// What the inspector shows, with the profile it was made under: where it was asked for by itself, that is not known.
  private var subjectToCompare: MarkedExchange? {
    let name = subjectOrigin.name
    return inspector.subject.inspection.map { inspection in
      let known = name == profile.name ? profile : profiles.first { $0.name == name }
      return MarkedExchange(inspection: inspection, profileName: name, profile: known)
    }
  }

  mutating func markExchange() {
    guard let subject = subjectToCompare else {
      notice = Notice("No call has been made for this yet: there is nothing to mark.")
      return
    }
    marked = subject
    notice = Notice("Marked for comparison. D on another call compares the two.")
  }

  mutating func openCompareMenu() {
    guard let subject = subjectToCompare else {
      notice = Notice("No call has been made for this yet: there is nothing to compare.")
      return
    }
    focus = .inspector
    overlay = .compare(CompareMenu(subject, choices(for: subject), height: viewport.overlayRows))
  }

  /// Marks a profile for the call, or takes the mark away.
  mutating func toggleProfile(_ menu: CompareMenu) {
    guard let choice = menu.selected, case .profile(let profile) = choice.kind else {
      notice = Notice("Only profiles can be marked; Enter compares.")
      return
    }
    guard choice.isPossible else {
      notice = Notice(choice.words)
      return
    }
    var menu = menu
    menu.toggleMark(profile)
    overlay = .compare(menu)
  }

  mutating func accept(_ menu: CompareMenu) -> [Effect] {
    guard let choice = menu.selected else { return [] }
    guard choice.isPossible || !menu.marked.isEmpty else {
      notice = Notice(choice.words)
      return []
    }
    let subject = ComparedSide(menu.subject.inspection, of: menu.subject.profileName)
    if choice.kind == .marked, menu.marked.isEmpty, let marked {
      return compare([ComparedSide(marked.inspection, of: marked.profileName), subject])
    }
    let named = menu.marked.isEmpty ? Set([choice.kind]) : Set(menu.marked.map(CompareMenu.Choice.Kind.profile))
    let others = menu.choices.filter { named.contains($0.kind) }.compactMap { side($0.kind, menu.subject) }
    return others.isEmpty ? [] : compare([subject] + others)
  }

  /// Makes the current call under each of these profiles, side by side.
  mutating func compare(under profiles: [Profile]) -> [Effect] {
    guard let subject = subjectToCompare else {
      notice = Notice("No call has been made for this yet: there is nothing to make under others.")
      return []
    }
    for profile in profiles {
      guard let refusal = refusal(of: subject, under: profile) else { continue }
      notice = Notice(refusal)
      return []
    }
    return compare(profiles.compactMap { call(subject, under: $0) })
  }

  /// Makes the comparison's calls again.
  mutating func refreshComparison() -> [Effect] {
    guard let comparison, comparison.sides.contains(where: { $0.call != nil }) else {
      notice = Notice("Both calls were made before; there is nothing to ask again.")
      return []
    }
    return compare(comparison.sides.map { side in side.call.map { ComparedSide($0, at: now) } ?? side })
  }

  private mutating func compare(_ sides: [ComparedSide]) -> [Effect] {
    overlay = nil
    isTypingFilter = false
    focus = .inspector
    comparisonCount += 1
    let ended = self.comparison?.isRunning == true ? [Effect.cancelComparison] : []
    var comparison = Comparison(id: comparisonCount, sides: sides)
    comparison.setSize(width: viewport.inspectorWidth, height: viewport.inspectorRows)
    let effects = comparison.begin(at: now)
    self.comparison = comparison
    let calls = sides.enumerated().compactMap { position, side in
      side.call.map { Effect.callSide($0.profile, path: $0.path, SideKey(comparison: comparison.id, side: position)) }
    }
    return ended + effects + calls
  }
}

// MARK: - What comes of it

extension Explorer {
  mutating func finish(_ key: SideKey, _ result: Result<Inspection, LoadFailure>) -> [Effect] {
    guard comparison?.id == key.comparison else { return [] }
    let state: ComparedSide.State =
      switch result {
      case .success(let inspection): .answered(inspection)
      case .failure(let failure): .failed(failure)
      }
    return comparison?.finish(key.side, state, at: now) ?? []
  }

  /// A side's call that waits to be made again, or the token call that it needs.
  public func retry(of side: ComparedSide) -> RetryWait? {
    side.call.flatMap { call in
      retries[current(call.profile.id)]?.map(\.wait).first { [.get, .token].contains($0.exchange.operation) }
    }
  }
}
