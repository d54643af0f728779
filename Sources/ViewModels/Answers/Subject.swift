public import ExplorerStorage
import OpenPayments

/// An exchange to look at, the place in its body to point at, and what can be said in plain words.
public struct Subject: Sendable, Equatable {
  public var inspection: Inspection?
  public var item: Int?
  public var details: [Line] = []
  /// Whose token its code takes, and all profiles there are; the page with its code alone needs them.
  public var owner: TokenOwner?
  public var profiles: [Profile] = []
  /// What is said while there is no exchange.
  var placeholder = Line("No call has been made for this yet.", .muted)
  /// Whether a file is on its way to be shown.
  var isFile = false
}
