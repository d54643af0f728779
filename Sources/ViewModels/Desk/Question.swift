public import ExplorerStorage
public import FoundationEssentials
import OpenPayments
public import PortalClient

/// Something that is done only after a clear yes.
public struct Question: Sendable, Hashable {
  public enum Purpose: Sendable, Hashable {
    /// Copy a call with the token itself.
    case copyWithToken(TokenCopy)
    /// - Parameter hidden: how many of them are not in the list.
    case deleteExchanges([UUID], hidden: Int)
    case callProduction(Profile)
    case quit
    /// - Parameter hosts: where the secret would go, of a domain that the platform has given up.
    case sendSecret(Profile, hosts: [String])
    case removeApplication(PortalApplication)
    case removeTestUser(PortalTestUser)
    /// Leave a new secret that is kept nowhere.
    case dropSecret(NewApplicationPage)
  }

  public let purpose: Purpose

  public var title: String {
    switch purpose {
    case .copyWithToken: "Copy the call with its token?"
    case .deleteExchanges: "Delete from the history?"
    case .quit: "Quit opx?"
    case .callProduction(let profile): "PRODUCTION: call it as \(profile.name)?"
    case .removeApplication(let application): "Delete the application \(application.name)?"
    case .removeTestUser(let user): "Delete the test user \(user.email)?"
    case .dropSecret: "Leave without the secret?"
    case .sendSecret(let profile, _): "Send the secret of \(profile.name) there?"
    }
  }

  public var text: String {
    switch purpose {
    case .copyWithToken:
      "The token itself will be in the clipboard. Whoever has it can call in your name until it expires."
    case .quit: "q in the lists quits without this question."
    case .callProduction:
      "Calls under this profile reach the real platform and its banks. This is asked once in a run."
    case .sendSecret(_, let hosts):
      """
      \(hosts.joined(separator: " and ")) \(hosts.count == 1 ? "is" : "are") of the guide's time, 2019. The platform has \
      left that domain, which may have changed hands: whoever has it now would get the client id and the secret.
      """
    case .removeApplication: "Profiles that use it get no tokens any more, and its users can't sign in."
    case .removeTestUser: "Nobody can sign in with that email and password any more; what waits of it ends."
    case .dropSecret: "It is neither saved nor copied, and the sandbox doesn't tell it again."
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
