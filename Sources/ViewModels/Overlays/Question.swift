public import FoundationEssentials
public import OpenPayments

/// Something that is done only after a clear yes.
public struct Question: Sendable, Hashable {
  public enum Purpose: Sendable, Hashable {
    /// Copy a call with the token itself.
    case copyWithToken(Exchange)
    case deleteExchanges([UUID])
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
    case .deleteExchanges(let ids):
      ids.count == 1 ? "One exchange will be gone for good." : "\(ids.count) exchanges will be gone for good."
    }
  }
}
