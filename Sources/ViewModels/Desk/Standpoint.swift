import ExplorerStorage
import FoundationEssentials
import OpenPayments

/// Where somebody is: which page, what lies over it, and whether something is being typed; not which row.
///
/// Whatever is asked for in person remembers it. What comes shows itself to somebody who is still there; it never takes
/// the place of what was opened meanwhile.
struct Standpoint: Sendable, Hashable {
  /// Going from pane to pane opens nothing.
  fileprivate let context: Context
  fileprivate let pinned: UUID?
  fileprivate let comparison: Int?
}

extension Explorer {
  var standpoint: Standpoint {
    Standpoint(
      context: context.isPane ? .columns : context, pinned: pinned?.exchange.id, comparison: comparison?.id)
  }

  /// Where what one was not shown can be seen, as a sentence.
  func whereabouts(ofCallBy profile: String) -> String {
    guard historySettings.keeps(profile) else { return "It is kept nowhere: ask again to see it." }
    return isHistoryOpen ? "The call is in this list." : "The call is in the history (H)."
  }
}

extension Context {
  fileprivate var isPane: Bool { [.columns, .inspector, .body, .comparison].contains(self) }
}
