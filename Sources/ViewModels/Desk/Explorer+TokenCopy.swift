import ExplorerStorage
import OpenPayments

/// A call to be copied with the token itself.
public struct TokenCopy: Sendable, Hashable {
  /// Whose token it is.
  let profile: Profile
  let exchange: Exchange
}

extension Explorer {
  mutating func askToCopyToken() {
    overlay = nil
    guard let exchange = inspector.subject.inspection?.exchange else {
      notice = Notice("No answer has arrived yet.")
      return
    }
    guard !exchange.isFile else {
      notice = Notice("This is a file: there is no call to copy.")
      return
    }
    guard exchange.operation != .token else {
      notice = Notice("A token call carries the client secret, which is never copied.")
      return
    }
    guard exchange.operation.isAPICall else {
      notice = Notice("This call carries no token.")
      return
    }
    switch tokenOwner(of: exchange) {
    case .profile(let owner):
      overlay = .question(Question(purpose: .copyWithToken(TokenCopy(profile: owner, exchange: exchange))))
    case .nobody(let reason):
      notice = Notice("\(reason) No token goes with it; e makes the call as \(profile.name), which can be copied then.")
    }
  }

  mutating func answerYes() -> [Effect] {
    guard case .question(let question) = overlay else { return [] }
    overlay = nil
    switch question.purpose {
    case .copyWithToken(let copy):
      tokenCopy = copy
      return [.fetchToken(copy.profile, for: copy.exchange)]
    case .deleteExchanges(let ids, _): return [.deleteExchanges(ids)]
    case .callProduction(let profile): return agree(to: profile)
    case .sendSecret(_, let hosts): return [.allow(hosts: hosts)]
    case .removeApplication(let application): return [.portal(.removeApplication(application))]
    case .removeTestUser(let user): return [.portal(.removeTestUser(user))]
    case .dropSecret: return []
    case .quit: return [.quit]
    }
  }

  mutating func answerNo() -> [Effect] {
    guard case .question(let question) = overlay else { return [] }
    overlay = nil
    switch question.purpose {
    case .quit, .copyWithToken, .deleteExchanges, .removeApplication, .removeTestUser: return []
    case .dropSecret(let page):
      overlay = .newApplication(page)
      return []
    case .callProduction(let profile), .sendSecret(let profile, _): return declineConsent(for: profile)
    }
  }

  /// The token goes from here to the clipboard and stays nowhere. One that was not asked for goes nowhere.
  mutating func copy(_ token: Result<Secret, LoadFailure>, of profile: Profile.ID, with exchange: Exchange) -> [Effect]
  {
    guard let asked = tokenCopy, current(asked.profile.id) == profile, asked.exchange == exchange else { return [] }
    tokenCopy = nil
    switch token {
    case .success(let token):
      let owner = self.profile(of: .profile(asked.profile)) ?? asked.profile
      let code = CallCode(exchange, of: .profile(owner), among: profiles)
      return self.copy(Clipping(code.curl(with: token), "the call with its token"))
    case .failure(let failure):
      notice = Notice("\(failure.message) \(failure.suggestion)")
      return []
    }
  }
}
