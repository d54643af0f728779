import FoundationEssentials

/// Where somebody is: which page, what lies over it, and whether something is being typed; not which row.
///
/// Whatever is asked for in person remembers it. What comes shows itself to somebody who is still there; it never takes
/// the place of what was opened meanwhile.
struct Standpoint: Sendable, Hashable {
  let context: Context
  let pinned: UUID?
  let comparison: Int?

  init(_ context: Context, pinned: UUID?, comparison: Int?) {
    // Going from pane to pane opens nothing.
    self.context = [.inspector, .body, .comparison].contains(context) ? .columns : context
    self.pinned = pinned
    self.comparison = comparison
  }
}
