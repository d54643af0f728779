import ExplorerStorage
import OpenPayments

/// Answers beside each other, in the inspector's place.
public struct ComparisonRoom: Sendable, Equatable {
  typealias Turn = ViewModels.Turn<Work, Call, Outcome>

  public enum Work: Sendable, Hashable {
    /// Find out what differs between two answers.
    case compare(ComparedPair, comparison: Int)
    /// Make a JSON Patch of what differs, to be copied.
    case makePatch(ExchangeDifference)
    /// End the calls and the work of a comparison.
    case stop
  }

  public enum Call: Sendable, Hashable {
    /// Call the path for a side of a comparison.
    case side(SideKey, path: String)
  }

  enum Outcome {
    /// What to compare with is there to be chosen, or no longer.
    case choosing, chosen
    /// A comparison is shown, or no longer.
    case shown, closed
    case copy(Clipping)
  }

  public enum News: Sendable {
    /// A side has its answer, or will have none.
    case answered(SideKey, Result<Inspection, LoadFailure>)
    case compared(Int, ExchangeDifference)
    /// What differs as a JSON Patch; nil where there is no such thing.
    case patchMade(Clipping?)
  }

  public private(set) var shown: Comparison?
  public private(set) var menu: CompareMenu?
  /// The exchange that another one can be compared with.
  public private(set) var marked: MarkedExchange?
  private var comparisons = 0

  mutating func resize(_ viewport: Viewport) {
    shown?.setSize(width: viewport.inspectorWidth, height: viewport.inspectorRows)
    menu?.setHeight(viewport.overlayRows)
  }

  mutating func scroll(by distance: Int) { shown?.list.scroll(by: distance) }

  /// Marks a call to compare another one with it later.
  mutating func mark(_ subject: MarkedExchange?) -> Turn {
    guard let subject else { return .say("No call has been made for this yet: there is nothing to mark.") }
    marked = subject
    return .say("Marked for comparison. \(key: .compare) on another call compares the two.")
  }

  // MARK: - Choosing what to compare with

  /// - Parameter callers: as whom the call can be made again.
  mutating func open(_ subject: MarkedExchange?, among callers: [Caller], in world: World) -> Turn {
    guard let subject else { return .say("No call has been made for this yet: there is nothing to compare.") }
    menu = CompareMenu(subject, marked: marked, among: callers, height: world.viewport.overlayRows)
    return .tell(.choosing)
  }

  /// - Returns: nil for a command that means nothing of its own in the menu.
  mutating func runInMenu(_ command: Command, among callers: [Caller], in world: World) -> Turn? {
    guard let menu else { return nil }
    if let motion = Motion(command) {
      let height = world.viewport.overlayRows
      self.menu?.move(to: motion.target(from: menu.list.cursor, count: menu.list.count, height: height))
      return .done
    }
    switch command {
    case .toggleMark: return toggleMark(menu)
    case .startComparison: return accept(menu, among: callers, in: world)
    case .cancel, .quit: return closeMenu()
    default: return nil
    }
  }

  mutating func scrollMenu(by distance: Int) { menu?.move(by: distance) }

  /// Whether the row was under the cursor already.
  mutating func pointInMenu(at row: Int) -> Bool {
    guard menu?.list.cursor != row else { return true }
    menu?.move(to: row)
    return false
  }

  private mutating func closeMenu() -> Turn {
    menu = nil
    return .tell(.chosen)
  }

  /// Marks a profile for the call, or takes the mark away.
  private mutating func toggleMark(_ menu: CompareMenu) -> Turn {
    guard let choice = menu.selected, case .profile(let tag) = choice.kind else {
      return .say("Only profiles can be marked; \(key: .startComparison) compares.")
    }
    guard choice.isPossible else { return .say(choice.words) }
    self.menu?.toggleMark(tag)
    return .done
  }

  private mutating func accept(_ menu: CompareMenu, among callers: [Caller], in world: World) -> Turn {
    guard let choice = menu.selected else { return .done }
    guard choice.isPossible || !menu.marked.isEmpty else { return .say(choice.words) }
    let subject = ComparedSide(menu.subject.inspection, of: menu.subject.profileName)
    if choice.kind == .marked, menu.marked.isEmpty, let marked {
      return closeMenu() + begin([ComparedSide(marked.inspection, of: marked.profileName), subject], in: world)
    }
    let named = menu.marked.isEmpty ? Set([choice.kind]) : Set(menu.marked.map(CompareMenu.Choice.Kind.profile))
    let others = menu.choices.filter { named.contains($0.kind) }
      .compactMap { menu.subject.caller(for: $0.kind, among: callers) }
      .compactMap { menu.subject.side(as: $0, at: world.now) }
    return others.isEmpty ? .done : closeMenu() + begin([subject] + others, in: world)
  }

  // MARK: - Comparing

  /// - Parameters:
  ///   - leftName: the profile that the left was made under, to be shown; the host is where that is not known.
  ///   - rightName: the same of the right.
  mutating func compare(
    _ left: Inspection, of leftName: String?, _ right: Inspection, of rightName: String?, in world: World
  ) -> Turn {
    begin([ComparedSide(left, of: leftName), ComparedSide(right, of: rightName)], in: world)
  }

  /// Makes a call under each of these, side by side.
  mutating func compare(_ subject: MarkedExchange?, as callers: [Caller], in world: World) -> Turn {
    guard let subject else { return .say("No call has been made for this yet: there is nothing to make under others.") }
    for caller in callers {
      if let refusal = subject.refusal(under: caller.profile) { return .say(refusal) }
    }
    return begin(callers.compactMap { subject.side(as: $0, at: world.now) }, in: world)
  }

  private mutating func begin(_ sides: [ComparedSide], in world: World) -> Turn {
    let ended = stop()
    comparisons += 1
    var comparison = Comparison(id: comparisons, sides: sides, world.keys)
    comparison.setSize(width: world.viewport.inspectorWidth, height: world.viewport.inspectorRows)
    let begun = comparison.begin(at: world.now)
    shown = comparison
    var turn = ended + begun + .tell(.shown)
    for (position, side) in sides.enumerated() {
      guard let call = side.call else { continue }
      turn.calls.append((.side(SideKey(comparison: comparison.id, side: position), path: call.path), call.caller))
    }
    return turn
  }

  private func stop() -> Turn { shown?.isRunning == true ? .work(.stop) : .done }

  /// - Returns: nil for a command that means nothing of its own in a comparison.
  mutating func run(_ command: Command, in world: World) -> Turn? {
    guard let shown else { return nil }
    if let motion = Motion(command) {
      let (list, height) = (shown.list, world.viewport.inspectorRows)
      self.shown?.list.move(to: motion.target(from: list.cursor, count: list.count, height: height))
      return .done
    }
    switch command {
    case .nextDifference, .previousDifference:
      let isForward = command == .nextDifference
      let isFound = self.shown?.list.moveToDifference(isForward: isForward) == true
      return isFound ? .done : .say(isForward ? "No difference below." : "No difference above.")
    case .toggleEqual: return self.shown?.list.toggleFold() == true ? .done : .say("Nothing is folded here.")
    case .nextSide, .previousSide:
      guard shown.sides.count > 2 else { return .say("There is only one answer to compare with.") }
      return self.shown?.turn(by: command == .nextSide ? 1 : -1, at: world.now) ?? .done
    case .scrollLeft: self.shown?.list.scrollSideways(by: -8)
    case .scrollRight: self.shown?.list.scrollSideways(by: 8)
    case .refresh: return refresh(shown, in: world)
    case .cancel where shown.isRunning, .interrupt where shown.isRunning:
      self.shown?.cancel()
      return .work(.stop)
    case .cancel, .back, .quit: return close()
    case .copyDifference:
      return shown.difference.map { .work(.makePatch($0)) } ?? .say(Comparison.missing(.difference))
    default: return nil
    }
    return .done
  }

  /// Makes the comparison's calls again.
  private mutating func refresh(_ comparison: Comparison, in world: World) -> Turn {
    guard comparison.sides.contains(where: { $0.call != nil }) else {
      return .say("Both calls were made before; there is nothing to ask again.")
    }
    return begin(
      comparison.sides.map { side in side.call.map { ComparedSide($0, at: world.now) } ?? side }, in: world)
  }

  mutating func close() -> Turn {
    guard shown != nil else { return .done }
    defer { shown = nil }
    return stop().telling(.closed)
  }

  mutating func take(_ news: News, in world: World) -> Turn {
    switch news {
    case .answered(let key, let result):
      guard shown?.id == key.comparison else { return .done }
      let state: ComparedSide.State =
        switch result {
        case .success(let inspection): .answered(inspection)
        case .failure(let failure): .failed(failure)
        }
      return shown?.finish(key.side, state, at: world.now) ?? .done
    case .compared(let id, let difference):
      if shown?.id == id { shown?.finish(difference) }
      return .done
    case .patchMade(let clipping):
      return clipping.map { .tell(.copy($0)) } ?? .say("Only bodies that are whole JSON texts have a JSON Patch.")
    }
  }
}
