extension Explorer {
  /// The keys that mean something of their own while a comparison has the keyboard.
  ///
  /// - Returns: nil for those that don't.
  mutating func runInComparison(_ command: Command) -> [Effect]? {
    guard context == .comparison else { return nil }
    switch command {
    case .nextDifference, .previousDifference:
      let isForward = command == .nextDifference
      if comparison?.list.moveToDifference(isForward: isForward) != true {
        notice = Notice(isForward ? "No difference below." : "No difference above.")
      }
    case .toggleEqual:
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
