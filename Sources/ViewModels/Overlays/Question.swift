public import FoundationEssentials
public import OpenPayments

/// Something that is done only after a clear yes.
public struct Question: Sendable, Hashable {
  public enum Purpose: Sendable, Hashable {
    /// Copy a call with the token itself.
    case copyWithToken(Exchange)
    /// - Parameter hidden: how many of them are not in the list.
    case deleteExchanges([UUID], hidden: Int)
  }

  public let purpose: Purpose

  public var title: String {
    switch purpose {
    case .copyWithToken: "Copy the call with its token?"
    case .deleteExchanges: "Delete from the history?"
    }
  }

  public var text: String {
    switch purpose {
    case .copyWithToken:
      "The token itself will be in the clipboard. Whoever has it can call in your name until it expires."
    case .deleteExchanges(let ids, let hidden):
      switch (ids.count, hidden) {
      case (1, 0): "One exchange will be gone for good."
      case (1, _): "One exchange, hidden by the filter, will be gone for good."
      case (let count, 0): "\(count) exchanges will be gone for good."
      case (let count, _): "\(count) exchanges, \(hidden) of them hidden by the filter, will be gone for good."
      }
    }
  }
}
