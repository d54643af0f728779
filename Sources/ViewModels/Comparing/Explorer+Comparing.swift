import ExplorerStorage
import HTTPTypes
public import OpenPayments

extension Explorer {
  /// Opens the comparison of two exchanges.
  ///
  /// - Parameters: the names say whose they are; without one, the host does.
  public mutating func compare(_ left: Inspection, _ right: Inspection) -> [Effect] {
    compare([ComparedSide(left), ComparedSide(right)])
  }

  /// What the inspector shows, with the profile it was made under: where it was asked for by itself, that is not known.
  private var subjectToCompare: MarkedExchange? {
    inspector.subject.inspection.map { MarkedExchange(inspection: $0, profile: pinned == nil ? profile : nil) }
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
    let subject = ComparedSide(menu.subject.inspection, of: menu.subject.profile)
    if choice.kind == .marked, menu.marked.isEmpty, let marked {
      return compare([ComparedSide(marked.inspection, of: marked.profile), subject])
    }
    let named = menu.marked.isEmpty ? Set([choice.kind]) : Set(menu.marked.map(CompareMenu.Choice.Kind.profile))
    let others = menu.choices.filter { named.contains($0.kind) }.compactMap { side($0.kind, menu.subject) }
    return others.isEmpty ? [] : compare([subject] + others)
  }

  /// Makes the comparison's calls again.
  mutating func refreshComparison() -> [Effect] {
    guard let comparison, comparison.sides.contains(where: { $0.call != nil }) else {
      notice = Notice("Both calls were made before; there is nothing to ask again.")
      return []
    }
    return [.cancelComparison]
      + compare(comparison.sides.map { side in side.call.map { ComparedSide($0, at: now) } ?? side })
  }

  private mutating func compare(_ sides: [ComparedSide]) -> [Effect] {
    overlay = nil
    isTypingFilter = false
    focus = .inspector
    comparisonCount += 1
    var comparison = Comparison(id: comparisonCount, sides: sides)
    comparison.setSize(width: viewport.inspectorWidth, height: viewport.inspectorRows)
    let effects = comparison.begin(at: now)
    self.comparison = comparison
    let calls = sides.enumerated().compactMap { position, side in
      side.call.map { Effect.call($0.profile, path: $0.path, SideKey(comparison: comparison.id, side: position)) }
    }
    return effects + calls
  }
}

// MARK: - What there is to compare with

extension Explorer {
  private func choices(for subject: MarkedExchange) -> [CompareMenu.Choice] {
    let origin = subject.profile ?? profile
    let refusal = refusal(of: subject, under: origin)
    var choices = [
      CompareMenu.Choice(
        kind: .now, title: "now", words: refusal ?? "the same call, made again now as \(origin.name)",
        isPossible: refusal == nil)
    ]
    for other in profiles where other.id != origin.id {
      let refusal = self.refusal(of: subject, under: other)
      choices.append(
        .init(
          kind: .profile(other.id), title: other.name, words: refusal ?? "the same call, made there now",
          isPossible: refusal == nil))
    }
    if let marked {
      let isSame = marked.inspection == subject.inspection
      let words = "\(marked.profile?.name ?? "")  \(marked.inspection.exchange.request.path ?? "")"
      choices.append(
        .init(
          kind: .marked, title: "marked",
          words: isSame ? "This is the marked call itself; mark another one with d." : words,
          isPossible: !isSame))
    }
    return choices
  }

  /// Why the call can't be made under a profile; nil if it can.
  private func refusal(of subject: MarkedExchange, under profile: Profile) -> String? {
    let exchange = subject.inspection.exchange
    guard exchange.request.method == .get else { return "Only GET calls can be made again." }
    let dialect = subject.profile?.dialect ?? (exchange.request.path?.hasPrefix("/psd2/") == true ? .psd2 : .seed)
    guard dialect == profile.dialect else {
      return
        "\(profile.name) speaks \(profile.dialect.rawValue), and this call is \(dialect.rawValue): the paths differ."
    }
    return nil
  }

  private func side(_ kind: CompareMenu.Choice.Kind, _ subject: MarkedExchange) -> ComparedSide? {
    switch kind {
    case .now: call(subject, under: subject.profile ?? profile)
    case .profile(let id): profiles.first { $0.id == id }.flatMap { call(subject, under: $0) }
    case .marked: nil
    }
  }

  private func call(_ subject: MarkedExchange, under profile: Profile) -> ComparedSide? {
    guard let target = subject.inspection.exchange.request.path else { return nil }
    let base = subject.profile?.basePath ?? ""
    let path = target.hasPrefix(base) ? String(target.dropFirst(base.count)) : target
    return ComparedSide(.init(profile: profile, path: path), at: now)
  }
}

extension Profile {
  /// What its API's address has before the platform's own paths.
  fileprivate var basePath: String {
    switch environment {
    case .builtInSandbox: ""
    case .hosts(_, let api, _, _): api?.path ?? ""
    }
  }
}

/// A side of a comparison.
public struct SideKey: Sendable, Hashable {
  let comparison: Int
  let side: Int
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

  /// The keys that mean something of their own while a comparison has the keyboard.
  ///
  /// - Returns: nil for those that don't.
  mutating func runInComparison(_ command: Command) -> [Effect]? {
    guard context == .comparison else { return nil }
    switch command {
    case .nextDifference, .previousDifference:
      let isForward = command == .nextDifference
      if comparison?.list.moveToDifference(by: isForward ? 1 : -1) != true {
        notice = Notice(isForward ? "No difference below." : "No difference above.")
      }
    case .unfold:
      if comparison?.list.toggleFold() != true { notice = Notice("Nothing is folded here.") }
    case .nextSide, .previousSide:
      guard let count = comparison?.sides.count, count > 2 else {
        notice = Notice("There is only one answer to compare with.")
        return []
      }
      return comparison?.turn(by: command == .nextSide ? 1 : -1, at: now) ?? []
    case .scrollLeft: comparison?.list.scrollSideways(by: -8)
    case .scrollRight: comparison?.list.scrollSideways(by: 8)
    case .refresh: return refreshComparison()
    case .cancel where comparison?.isRunning == true, .interrupt where comparison?.isRunning == true:
      comparison?.cancel()
      return [.cancelComparison]
    case .cancel, .back, .quit: comparison = nil
    default: return nil
    }
    return []
  }
}

extension Explorer {
  /// A side's call that waits to be made again, or the token call that it needs.
  public func retry(of side: ComparedSide) -> RetryWait? {
    side.call.flatMap { call in
      retries[call.profile.id]?.map(\.wait).first { [.get, .token].contains($0.exchange.operation) }
    }
  }
}
