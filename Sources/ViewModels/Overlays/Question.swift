public import OpenPayments

/// Something that is done only after a clear yes.
public struct Question: Sendable, Hashable {
  public enum Purpose: Sendable, Hashable {
    /// Copy a call with the token itself.
    case copyWithToken(Exchange)
  }

  public let purpose: Purpose

  public var title: String {
    switch purpose {
    case .copyWithToken: "Copy the call with its token?"
    }
  }

  public var text: String {
    switch purpose {
    case .copyWithToken:
      "The token itself will be in the clipboard. Whoever has it can call in your name until it expires."
    }
  }
}
